# Polyleaf with the libraries and fonts that its sheets are drawn with.
#   docker build -t polyleaf .
#   docker run --rm -v "$PWD:/project" -u "$(id -u):$(id -g)" polyleaf check
# The fonts are Debian's of this release, whose digests fonts.lock has; `packaging/try-image.sh`
# tries an image out. The project is a volume, and nothing else is written but below /tmp.
FROM debian:bookworm-slim AS made
RUN apt-get update -q && apt-get install -y -q --no-install-recommends python3-venv
WORKDIR /source
RUN python3 -m venv /opt/polyleaf
COPY packaging/requirements.lock packaging/
RUN /opt/polyleaf/bin/pip install --quiet --no-cache-dir --disable-pip-version-check \
      --no-deps --require-hashes -r packaging/requirements.lock
COPY . .
RUN /opt/polyleaf/bin/pip install --quiet --no-cache-dir --disable-pip-version-check --no-deps . \
 && /opt/polyleaf/bin/pip uninstall --quiet --yes pip

FROM debian:bookworm-slim
RUN apt-get update -q \
 && apt-get install -y -q --no-install-recommends \
      python3 libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig gettext \
      fonts-noto-core fonts-noto-cjk fonts-noto-extra \
 && rm -rf /var/lib/apt/lists/* /usr/share/doc /usr/share/man \
 && useradd --create-home --uid 1000 polyleaf
COPY --from=made /opt/polyleaf /opt/polyleaf
COPY fonts.lock /opt/polyleaf/fonts.lock
ENV PATH=/opt/polyleaf/bin:$PATH PYTHONDONTWRITEBYTECODE=1 LANG=C.UTF-8 \
    XDG_CACHE_HOME=/tmp/cache XDG_STATE_HOME=/tmp/state
USER polyleaf
WORKDIR /project
ENTRYPOINT ["polyleaf"]
CMD ["--help"]
