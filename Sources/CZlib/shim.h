#pragma once
#include <zlib.h>

/// `inflateInit2` is a macro, which Swift does not see. Raw deflate, as in a zip archive.
static inline int inflate_init_raw(z_stream *stream) {
    return inflateInit2(stream, -MAX_WBITS);
}
