package interpret

// dropArticleNumber drops an issue that is the number of the article, which is sent for its first page too:
// issue=12760&spage=12760. DOAJ sends it for publishers that number no pages.
func (r *reader) dropArticleNumber() {
	const shortest = len("1276")
	if r.c.Issue != r.c.Page || len(r.c.Issue) < shortest {
		return
	}
	r.c.Issue = ""
	r.dropUses(func(f From) bool { return f.Field == "issue" })
}
