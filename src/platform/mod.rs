//! The only room that knows the browser. It knows no deck and no quiz: bytes, strings, times.
