/* style-text.h: styles.xml, as the build made it a string. Words between @ are filled in. */
#ifndef ANF_ODT_STYLE_TEXT_H
#define ANF_ODT_STYLE_TEXT_H

extern const unsigned char anf__odt_style_text[];

#endif
