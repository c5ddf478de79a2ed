# The parts that do not depend on Node.js, for the addon and for other programs: decoding_sources, JPEG::JPEG, and
# Threads::Threads.
find_package(JPEG REQUIRED)
find_package(Threads REQUIRED)

set(decoding_sources bicubic colour decoder files orientation pool resize sample tasks)
list(TRANSFORM decoding_sources REPLACE "(.+)" "${CMAKE_CURRENT_LIST_DIR}/native/\\1.cc")
