# SPDX-License-Identifier: GPL-3.0-or-later
# CmarkGfm::extensions. Distributions leave out the CMake files that cmark-gfm brings.
find_path(CmarkGfm_INCLUDE_DIR cmark-gfm-core-extensions.h)
find_library(CmarkGfm_LIBRARY cmark-gfm)
find_library(CmarkGfm_EXTENSIONS cmark-gfm-extensions)
mark_as_advanced(CmarkGfm_INCLUDE_DIR CmarkGfm_LIBRARY CmarkGfm_EXTENSIONS)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(CmarkGfm REQUIRED_VARS CmarkGfm_EXTENSIONS CmarkGfm_LIBRARY CmarkGfm_INCLUDE_DIR)
if(CmarkGfm_FOUND AND NOT TARGET CmarkGfm::extensions)
    add_library(CmarkGfm::cmark UNKNOWN IMPORTED)
    set_target_properties(CmarkGfm::cmark PROPERTIES
        IMPORTED_LOCATION "${CmarkGfm_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${CmarkGfm_INCLUDE_DIR}")
    add_library(CmarkGfm::extensions UNKNOWN IMPORTED)
    set_target_properties(CmarkGfm::extensions PROPERTIES
        IMPORTED_LOCATION "${CmarkGfm_EXTENSIONS}" INTERFACE_INCLUDE_DIRECTORIES "${CmarkGfm_INCLUDE_DIR}"
        INTERFACE_LINK_LIBRARIES CmarkGfm::cmark)
endif()
