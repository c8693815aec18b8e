# Writes OUTPUT, a C file that holds the files of the folder INPUT as they are.
set(text "#include \"review/form_text.h\"\n")
foreach(kind IN ITEMS html css js)
  file(READ ${INPUT}/form.${kind} digits HEX)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${digits}")
  string(APPEND text "\nstatic const unsigned char ${kind}[] = {${bytes}};\nconst struct bytes form_${kind} = {${kind}, sizeof ${kind}};\n")
endforeach()
file(WRITE ${OUTPUT} "${text}")
