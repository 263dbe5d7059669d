# A static binary and nothing else but a user without rights; works on a read-only mount.
FROM rust:1.95-alpine AS build
RUN apk add --no-cache musl-dev
WORKDIR /src
COPY . .
RUN cargo build --locked --release

FROM alpine:3
COPY --from=build /src/target/release/tomcheck /usr/local/bin/tomcheck
USER 65534:65534
WORKDIR /work
ENTRYPOINT []
CMD ["tomcheck", "check", "."]
