package interpret

// dropArticleNumber drops an issue that is the number of the article, which stands for its first page too:
// issue=12760&spage=12760. DOAJ has it so of publishers without pages.
func (r *reader) dropArticleNumber() {
	const shortest = len("1276")
	if r.c.Issue != r.c.Page || len(r.c.Issue) < shortest {
		return
	}
	r.c.Issue = ""
	r.dropUses(func(f From) bool { return f.Field == "issue" })
}
