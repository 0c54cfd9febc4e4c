#!/bin/sh
# run.sh FOLDER: is each sample read as the text beside it says? FOLDER holds the module and its
# description. The formats that the plugin uses are found where anfrage is installed.
folder=$(cd "${1:?}" && pwd) || exit 1
ANFRAGE_PLUGIN_PATH=$folder:${ANFRAGE_PLUGIN_PATH:-$(pkg-config --variable=plugindir libanfrage)}
export ANFRAGE_PLUGIN_PATH
cd "$(dirname "$0")" || exit 1

failed=0
for sample in *.json; do
    anfrage show --explain "$sample" 2>&1 | diff -u "${sample%.json}.txt" - || failed=1
done
exit $failed
