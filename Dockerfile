# Base images can be pinned by digest, so that the same source gives the same image:
#
#     docker buildx imagetools inspect golang:1.26 --format '{{.Manifest.Digest}}'
#     docker build --build-arg GO_IMAGE=golang:1.26@sha256:… --build-arg BASE_IMAGE=…@sha256:… .
#
# Look the digests up again for each release and whenever the base images get a
# security update: a pinned image gets none by itself.
ARG GO_IMAGE=golang:1.26
ARG BASE_IMAGE=gcr.io/distroless/static-debian13:nonroot

# Builds anywhere, for any platform: the compiler runs on the builder's own.
FROM --platform=$BUILDPLATFORM ${GO_IMAGE} AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ARG TARGETOS
ARG TARGETARCH
ARG VERSION
RUN mkdir /state
RUN CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH \
    go build -trimpath -ldflags "-s -w -X main.release=$VERSION" -o /lendlink ./cmd/lendlink

# No shell, no packages: certificates, time zones and the one binary.
FROM ${BASE_IMAGE}
COPY --from=build /lendlink /lendlink
# A volume that is mounted here is the service's own. Where it is named in LENDLINK_STATE,
# what is kept goes there.
COPY --from=build --chown=65532:65532 /state /var/lib/lendlink
USER 65532:65532
ENV LENDLINK_LOG=json
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s CMD ["/lendlink", "healthcheck"]
ENTRYPOINT ["/lendlink"]
