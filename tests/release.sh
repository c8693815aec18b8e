# Makes a released text of a copy of a data tree, as the persons would; sourced by tests that need one, never used on our own translations.
#   release_ready FOLDER DOCUMENT   facts confirmed, a publisher and a licence
#   release_sign PROGRAM FOLDER DOCUMENT TAG...   three persons sign the document and the common strings, in Dutch and in each language
export SOURCE_DATE_EPOCH=1798000000 # 2026-12-23

release_ready() {
	sed -i -E 's/(<fact [^>]*confidence="[A-Z]+")/\1 confirmed-by="proef" confirmed-on="2026-12-01"/' "$1/translations/facts.xml"
	sed -i "s/<document /&publisher=\"Proefdruk\" contact=\"proef@example.org\" licence=\"CC BY 4.0\" /" "$1/translations/$2/nl.xml"
}

release_sign() {
	local program=$1 folder=$2 document=$3 tag role text
	shift 3
	for tag in nl "$@"; do
		for text in "$document" common; do
			for role in translator reviewer approver; do
				"$program" approve "$text" "$tag" --as "$role" --by "proef $role" --data "$folder" || return
			done
		done
	done
}
