# The page on a processor: docker build -t pixdraw . && docker run --rm -p 127.0.0.1:7860:7860 pixdraw
# Other commands: docker run --rm -v "$PWD:/work" pixdraw pixdraw "a red heart #pixelart"
FROM python:3.12-slim

RUN useradd --create-home --uid 1000 pixdraw && mkdir /work && chown pixdraw /work
COPY constraints.txt pyproject.toml README.md LICENSE NOTICE /build/
COPY pixdraw /build/pixdraw
COPY drawers /build/drawers
# torch without CUDA, a tenth of the size, comes from its own index; everything else from PyPI.
RUN cd /build \
    && pip install --no-cache-dir -c constraints.txt torch torchvision --index-url https://download.pytorch.org/whl/cpu \
    && pip install --no-cache-dir -c constraints.txt ".[page]" \
    && rm -r /build

USER pixdraw
WORKDIR /work
ENV OMP_NUM_THREADS=1
EXPOSE 7860
CMD ["pixdraw", "page", "--host", "0.0.0.0", "--no-browser"]
