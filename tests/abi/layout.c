/* layout.c: where the fields of structs that grow stand, once and for all. That it compiles is the
 * test: a line here is never changed, and a new field gets one at the end of its struct, behind all
 * that was there. Where pointers have 64 bits; elsewhere the order of fields is the same. */
#include <anfrage/plugin.h>

#define AT(type, field, offset)                                                                    \
    _Static_assert(sizeof(void *) != 8 || offsetof(struct type, field) == (offset),                \
                   "a field has moved: " #type "." #field)
/* No struct ends in padding: older programs would have garbage where a new field would stand. */
#define LAST(type, field)                                                                          \
    _Static_assert(sizeof(struct type) ==                                                          \
                       offsetof(struct type, field) + sizeof(((struct type *)NULL)->field),        \
                   "not the last field, or padding behind it: " #type "." #field)

AT(anf_diagnostic, size, 0);
AT(anf_diagnostic, severity, 4);
AT(anf_diagnostic, code, 8);
AT(anf_diagnostic, line, 12);
AT(anf_diagnostic, column, 16);
AT(anf_diagnostic, source, 24);
AT(anf_diagnostic, member, 32);
AT(anf_diagnostic, plugin, 40);
AT(anf_diagnostic, message, 48);
LAST(anf_diagnostic, message);

AT(anf_actor, size, 0);
AT(anf_actor, group, 4);
AT(anf_actor, name, 8);
AT(anf_actor, party, 16);
AT(anf_actor, role, 24);
AT(anf_actor, organization, 32);
LAST(anf_actor, organization);

AT(anf_contact, size, 0);
AT(anf_contact, name, 8);
AT(anf_contact, email, 16);
AT(anf_contact, organization, 24);
AT(anf_contact, address, 32);
LAST(anf_contact, address);

AT(anf_repair, size, 0);
AT(anf_repair, kind, 8);
AT(anf_repair, was, 16);
AT(anf_repair, now, 24);
AT(anf_repair, node, 32);
LAST(anf_repair, node);

AT(anf_discarded, size, 0);
AT(anf_discarded, reason, 8);
AT(anf_discarded, text, 16);
LAST(anf_discarded, text);

AT(anf_evidence, size, 0);
AT(anf_evidence, field, 4);
AT(anf_evidence, rejected, 8);
AT(anf_evidence, line, 12);
AT(anf_evidence, column, 16);
AT(anf_evidence, block, 20);
AT(anf_evidence, weight, 24);
AT(anf_evidence, rule, 32);
AT(anf_evidence, words, 40);
AT(anf_evidence, value, 48);
AT(anf_evidence, member, 56);
LAST(anf_evidence, member);

AT(anf_finding, size, 0);
AT(anf_finding, severity, 4);
AT(anf_finding, code, 8);
AT(anf_finding, field, 12);
AT(anf_finding, node, 16);
AT(anf_finding, path, 24);
AT(anf_finding, message, 32);
LAST(anf_finding, message);

AT(anf_difference, size, 0);
AT(anf_difference, kind, 4);
AT(anf_difference, part, 8);
AT(anf_difference, field, 12);
AT(anf_difference, path, 16);
AT(anf_difference, new_path, 24);
AT(anf_difference, was, 32);
AT(anf_difference, now, 40);
AT(anf_difference, node_a, 48);
AT(anf_difference, node_b, 56);
LAST(anf_difference, node_b);

AT(anf_format_option, size, 0);
AT(anf_format_option, flags, 4);
AT(anf_format_option, type, 8);
AT(anf_format_option, least, 12);
AT(anf_format_option, most, 16);
AT(anf_format_option, key, 24);
AT(anf_format_option, help, 32);
AT(anf_format_option, otherwise, 40);
AT(anf_format_option, choices, 48);
LAST(anf_format_option, choices);

AT(anf_format_info, size, 0);
AT(anf_format_info, reads, 4);
AT(anf_format_info, writes, 8);
AT(anf_format_info, many, 12);
AT(anf_format_info, id, 16);
AT(anf_format_info, label, 24);
AT(anf_format_info, plugin, 32);
AT(anf_format_info, version, 40);
AT(anf_format_info, path, 48);
AT(anf_format_info, extensions, 56);
AT(anf_format_info, media_types, 64);
AT(anf_format_info, options, 72);
LAST(anf_format_info, options);

AT(anf_place, size, 0);
AT(anf_place, kind, 4);
AT(anf_place, flags, 8);
AT(anf_place, parent, 12);
AT(anf_place, colspan, 16);
AT(anf_place, rowspan, 20);
AT(anf_place, number, 24);
AT(anf_place, within, 28);
LAST(anf_place, within);

AT(anf_block, size, 0);
AT(anf_block, kind, 4);
AT(anf_block, flags, 8);
AT(anf_block, place, 12);
AT(anf_block, level, 16);
AT(anf_block, line, 20);
AT(anf_block, column, 24);
AT(anf_block, text, 32);
AT(anf_block, length, 40);
AT(anf_block, src, 48);
AT(anf_block, member, 56);
LAST(anf_block, member);

AT(anf_span, size, 0);
AT(anf_span, kind, 4);
AT(anf_span, place, 8);
AT(anf_span, start, 16);
AT(anf_span, end, 24);
AT(anf_span, target, 32);
LAST(anf_span, target);

AT(anf_fate, size, 0);
AT(anf_fate, kind, 4);
AT(anf_fate, inquiry, 8);
AT(anf_fate, field, 12);
AT(anf_fate, start, 16);
AT(anf_fate, end, 24);
AT(anf_fate, reason, 32);
LAST(anf_fate, reason);

AT(anf_format, size, 0);
AT(anf_format, flags, 4);
AT(anf_format, id, 8);
AT(anf_format, label, 16);
AT(anf_format, extensions, 24);
AT(anf_format, media_types, 32);
AT(anf_format, magic, 40);
AT(anf_format, probe, 48);
AT(anf_format, read, 56);
AT(anf_format, write, 64);
AT(anf_format, options, 72);
LAST(anf_format, options);

AT(anf_plugin, abi, 0);
AT(anf_plugin, size, 4);
AT(anf_plugin, name, 8);
AT(anf_plugin, version, 16);
AT(anf_plugin, formats, 24);
LAST(anf_plugin, formats);
