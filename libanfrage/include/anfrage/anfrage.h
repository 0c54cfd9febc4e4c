/* anfrage.h: read, inspect and write German parliamentary inquiries. Includes all that a program
 * needs; plugins include plugin.h. docs/tour.md walks through one conversion. */
#ifndef ANFRAGE_ANFRAGE_H
#define ANFRAGE_ANFRAGE_H

#include <anfrage/align.h>
#include <anfrage/base.h>
#include <anfrage/check.h>
#include <anfrage/codes.h>
#include <anfrage/compare.h>
#include <anfrage/content.h>
#include <anfrage/context.h>
#include <anfrage/convert.h>
#include <anfrage/inquiry.h>
#include <anfrage/page.h>

#endif
