/*
 * Dates are the text's own, at midnight UTC: the clock never enters a file. The packet is not compressed, so that tools
 * that know nothing of PDF find it (ISO 32000-1, 14.3.2). PDF/A wants a description of the PDF/UA schema, which is not
 * among those it knows (ISO 19005-2, 6.6.2.3).
 */
#include "pdf/metadata.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"

static const char producer[] = "verklaring " VERSION;

static const char ua_schema[] =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

static void escaped(struct buf *buf, const char *text)
{
	for (; *text; text++) {
		if (*text == '<')
			buf_puts(buf, "&lt;");
		else if (*text == '>')
			buf_puts(buf, "&gt;");
		else if (*text == '&')
			buf_puts(buf, "&amp;");
		else
			buf_putc(buf, *text);
	}
}

static void simple(struct buf *buf, const char *name, const char *value)
{
	if (!value || !*value)
		return;
	buf_printf(buf, "<%s>", name);
	escaped(buf, value);
	buf_printf(buf, "</%s>\n", name);
}

/* A text in the document's language, which is also the one for readers of any other. */
static void alternatives(struct buf *buf, const char *name, const char *language, const char *value)
{
	const char *const languages[] = {"x-default", language};

	if (!value || !*value)
		return;
	buf_printf(buf, "<%s><rdf:Alt>", name);
	for (int i = 0; i < 2; i++) {
		buf_printf(buf, "<rdf:li xml:lang=\"%s\">", languages[i]);
		escaped(buf, value);
		buf_puts(buf, "</rdf:li>");
	}
	buf_printf(buf, "</rdf:Alt></%s>\n", name);
}

static void languages(struct buf *buf, const struct document *document)
{
	buf_printf(buf, "<dc:language><rdf:Bag><rdf:li>%s</rdf:li>", document->language->tag);
	if (document->second)
		buf_printf(buf, "<rdf:li>%s</rdf:li>", document->second->tag);
	buf_puts(buf, "</rdf:Bag></dc:language>\n");
}

static void claims(struct buf *buf, unsigned claims)
{
	if (claims & CLAIM_UA1)
		simple(buf, "pdfuaid:part", "1");
	if (claims & CLAIM_A2A) {
		simple(buf, "pdfaid:part", "2");
		simple(buf, "pdfaid:conformance", "A");
	}
	if (claims & CLAIM_UA1 && claims & CLAIM_A2A)
		buf_puts(buf, ua_schema);
	if (claims & CLAIM_X4) {
		simple(buf, "pdfxid:GTS_PDFXVersion", "PDF/X-4");
		simple(buf, "pdf:Trapped", "False");
	}
}

/* The namespaces that a file with these claims needs. */
static void namespaces(struct buf *buf, unsigned claims)
{
	static const struct {
		const char *prefix, *uri;
		unsigned claims;
	} spaces[] = {
	    {"dc", "http://purl.org/dc/elements/1.1/", 0},
	    {"xmp", "http://ns.adobe.com/xap/1.0/", 0},
	    {"pdf", "http://ns.adobe.com/pdf/1.3/", 0},
	    {"pdfuaid", "http://www.aiim.org/pdfua/ns/id/", CLAIM_UA1},
	    {"pdfxid", "http://www.npes.org/pdfx/ns/id/", CLAIM_X4},
	    {"xmpMM", "http://ns.adobe.com/xap/1.0/mm/", CLAIM_X4},
	    {"pdfaid", "http://www.aiim.org/pdfa/ns/id/", CLAIM_A2A},
	    {"pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/", CLAIM_UA1 | CLAIM_A2A},
	    {"pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#", CLAIM_UA1 | CLAIM_A2A},
	    {"pdfaProperty", "http://www.aiim.org/pdfa/ns/property#", CLAIM_UA1 | CLAIM_A2A},
	};

	for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
		if ((claims & spaces[i].claims) == spaces[i].claims)
			buf_printf(buf, "\n xmlns:%s=\"%s\"", spaces[i].prefix, spaces[i].uri);
}

/* The same content has the same name, on every day and machine. */
static void identify(struct buf *buf, const struct output *output)
{
	unsigned char id[16];

	pdf_content_id(output->pdf, id);
	buf_puts(buf, "<xmpMM:DocumentID>uuid:");
	for (int i = 0; i < 16; i++)
		buf_printf(buf, "%s%02x", i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "", id[i]);
	buf_puts(buf, "</xmpMM:DocumentID>\n");
	simple(buf, "xmpMM:VersionID", "1");
	simple(buf, "xmpMM:RenditionClass", "default");
}

static void packet(struct buf *buf, const struct output *output)
{
	const struct document *document = output->documents.data[0]->pages->document;
	char date[32];

	snprintf(date, sizeof date, "%.10sT00:00:00Z", document->date);
	buf_puts(buf, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
		      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
		      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
		      "<rdf:Description rdf:about=\"\"");
	namespaces(buf, document->edition->claims);
	buf_puts(buf, ">\n<dc:format>application/pdf</dc:format>\n");
	alternatives(buf, "dc:title", document->language->tag, document->title);
	alternatives(buf, "dc:description", document->language->tag, document->subject);
	languages(buf, document);
	simple(buf, "pdf:Keywords", document->keywords);
	simple(buf, "pdf:Producer", producer);
	simple(buf, "xmp:CreatorTool", producer);
	simple(buf, "xmp:CreateDate", date);
	simple(buf, "xmp:ModifyDate", date);
	simple(buf, "xmp:MetadataDate", document->edition->claims & CLAIM_X4 ? date : NULL);
	claims(buf, document->edition->claims);
	if (document->edition->claims & CLAIM_X4)
		identify(buf, output);
	buf_puts(buf, "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
}

static void information(struct dict *info, const struct document *document)
{
	char date[32];

	snprintf(date, sizeof date, "D:%.4s%.2s%.2s000000Z", document->date, document->date + 5,
		 document->date + 8);
	dict_words(info, "Title", document->title);
	if (document->subject && *document->subject)
		dict_words(info, "Subject", document->subject);
	if (document->keywords && *document->keywords)
		dict_words(info, "Keywords", document->keywords);
	dict_words(info, "Creator", producer);
	dict_words(info, "Producer", producer);
	dict_words(info, "CreationDate", date);
	dict_words(info, "ModDate", date);
}

void metadata_write(struct output *output)
{
	const struct document *document = output->documents.data[0]->pages->document;
	struct buf xmp = buf_new(output->arena);
	struct dict *stream;

	information(pdf_info(output->pdf), document);
	packet(&xmp, output);
	stream = pdf_plain_stream(output->pdf, (struct bytes){(const unsigned char *)xmp.data, xmp.length});
	dict_name(stream, "Type", "Metadata");
	dict_name(stream, "Subtype", "XML");
	dict_ref(pdf_catalog(output->pdf), "Metadata", stream);
}
