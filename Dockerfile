# Builds anywhere, for any platform: the compiler runs on the builder's own.
FROM --platform=$BUILDPLATFORM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ARG TARGETOS
ARG TARGETARCH
ARG VERSION
RUN CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH \
    go build -trimpath -ldflags "-s -w -X main.release=$VERSION" -o /lendlink ./cmd/lendlink

# No shell, no packages: certificates, time zones and the one binary.
FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=build /lendlink /lendlink
USER 65532:65532
ENV LENDLINK_LOG=json
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s CMD ["/lendlink", "healthcheck"]
ENTRYPOINT ["/lendlink"]
