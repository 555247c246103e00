# SPDX-License-Identifier: GPL-3.0-or-later
# One INTERFACE target that every Porchlight target links: language, warnings, sanitizers, Qt strictness.
option(PORCHLIGHT_WERROR "Treat warnings as errors" OFF)
set(PORCHLIGHT_SANITIZE "" CACHE STRING "Sanitizers to build with, e.g. address,undefined or thread")

add_library(porchlight_options INTERFACE)
target_compile_features(porchlight_options INTERFACE cxx_std_20)
target_include_directories(porchlight_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(porchlight_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CONTEXTLESS_CONNECT
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH
    PORCHLIGHT_VERSION="${PROJECT_VERSION}")
target_compile_options(porchlight_options INTERFACE
    -Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough -Wshadow
    -Wno-missing-field-initializers) # designated initializers leave defaults to the struct on purpose
if(PORCHLIGHT_WERROR)
    target_compile_options(porchlight_options INTERFACE -Werror)
endif()
if(PORCHLIGHT_SANITIZE)
    target_compile_options(porchlight_options INTERFACE
        -fsanitize=${PORCHLIGHT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(porchlight_options INTERFACE -fsanitize=${PORCHLIGHT_SANITIZE})
endif()

# A hundred test programs: lld links one in a fifth of the time. What is released is linked as distributions do.
find_program(PORCHLIGHT_LLD ld.lld)
if(PORCHLIGHT_LLD AND NOT CMAKE_BUILD_TYPE STREQUAL "Release")
    target_link_options(porchlight_options INTERFACE -fuse-ld=lld)
endif()

# What is released is optimised across its files: an answer takes a twelfth less of our part of its time.
if(CMAKE_BUILD_TYPE STREQUAL "Release")
    include(CheckIPOSupported)
    check_ipo_supported(RESULT CMAKE_INTERPROCEDURAL_OPTIMIZATION OUTPUT PORCHLIGHT_NO_IPO LANGUAGES CXX)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        add_link_options(-Wno-alloc-size-larger-than) # GCC 12 sees a QHash of 2^64 entries that cannot be
    endif()
endif()

# Off where people work: a file that forgets an include must not build. Takes a third off a build from scratch.
option(PORCHLIGHT_PCH "Precompile the headers of QtCore" OFF)

# porchlight_reuse_precompiled_headers(OWNER FOLDER): every target under FOLDER takes those of OWNER, which must
# have no compile definition that the others lack.
function(porchlight_reuse_precompiled_headers owner folder)
    get_property(targets DIRECTORY "${folder}" PROPERTY BUILDSYSTEM_TARGETS)
    foreach(target IN LISTS targets)
        get_target_property(type ${target} TYPE)
        if(type MATCHES "^(STATIC_LIBRARY|EXECUTABLE)$" AND NOT target STREQUAL owner)
            target_precompile_headers(${target} REUSE_FROM ${owner})
        endif()
    endforeach()
    get_property(folders DIRECTORY "${folder}" PROPERTY SUBDIRECTORIES)
    foreach(below IN LISTS folders)
        porchlight_reuse_precompiled_headers(${owner} "${below}")
    endforeach()
endfunction()

find_program(PORCHLIGHT_CCACHE ccache)
if(PORCHLIGHT_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${PORCHLIGHT_CCACHE}")
endif()
