# Settings shared by all native parts. Set by build.sh: NODE_API_INCLUDE, NODE_ADDON_API_INCLUDE.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_BUILD_RPATH_USE_ORIGIN OFF)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()

# Builds the Node.js addon NAME.node from sources.
function(add_node_addon name)
  add_library(${name} MODULE ${ARGN})
  set_target_properties(${name} PROPERTIES PREFIX "" SUFFIX ".node")
  target_include_directories(${name} SYSTEM PRIVATE ${NODE_API_INCLUDE} ${NODE_ADDON_API_INCLUDE})
  target_compile_definitions(${name} PRIVATE NAPI_VERSION=8 NAPI_CPP_EXCEPTIONS NODE_ADDON_API_DISABLE_DEPRECATED
    NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS)
  target_compile_options(${name} PRIVATE -Wall -Wextra -fvisibility=hidden)
  if(APPLE)
    target_link_options(${name} PRIVATE -undefined dynamic_lookup)
  endif()
endfunction()
