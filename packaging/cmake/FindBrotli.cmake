# SPDX-License-Identifier: GPL-3.0-or-later
# Brotli::encoder and, to look at what was sent, Brotli::decoder. Brotli itself brings only pkg-config files.
find_path(Brotli_INCLUDE_DIR brotli/encode.h)
find_library(Brotli_ENCODER brotlienc)
find_library(Brotli_DECODER brotlidec)
mark_as_advanced(Brotli_INCLUDE_DIR Brotli_ENCODER Brotli_DECODER)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Brotli REQUIRED_VARS Brotli_ENCODER Brotli_DECODER Brotli_INCLUDE_DIR)
if(Brotli_FOUND AND NOT TARGET Brotli::encoder)
    add_library(Brotli::encoder UNKNOWN IMPORTED)
    set_target_properties(Brotli::encoder PROPERTIES
        IMPORTED_LOCATION "${Brotli_ENCODER}" INTERFACE_INCLUDE_DIRECTORIES "${Brotli_INCLUDE_DIR}")
    add_library(Brotli::decoder UNKNOWN IMPORTED)
    set_target_properties(Brotli::decoder PROPERTIES
        IMPORTED_LOCATION "${Brotli_DECODER}" INTERFACE_INCLUDE_DIRECTORIES "${Brotli_INCLUDE_DIR}")
endif()
