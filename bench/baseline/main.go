// Command baseline is the plain server that bench measures Lendlink against: Echo
// with one route that always redirects to the same address, and nothing else. It is
// no part of the product, and beside resolver/web the only place that imports Echo.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/labstack/echo/v4"
)

const address = "https://12345.account.worldcat.org/profile/route/openurl?url_ver=Z39.88-2004" +
	"&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Abook&rft.genre=book&rft.btitle=The+goddess+and+the+bull"

func main() {
	e := echo.New()
	redirect := func(c echo.Context) error { return c.Redirect(http.StatusFound, address) }
	e.GET("/healthz", func(c echo.Context) error { return c.NoContent(http.StatusOK) })
	e.GET("/:library/openurl", redirect)
	log.Fatal(http.ListenAndServe(os.Args[1], e))
}
