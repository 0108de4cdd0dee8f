import type { RefusalCatalogue } from '../../kernel/refusal-catalogue.ts'

/** Why an XML document is not read; most name the line and column. */
export const xmlRefusals = {
  'xml-too-large': { status: 413, zh: 'XML文件超过{limit}字节。', en: 'The XML file is larger than {limit} bytes.' },
  'xml-encoding': {
    status: 415,
    zh: 'XML文件的编码{found}不受支持，请另存为UTF-8。',
    en: 'The encoding {found} is not supported; save the file as UTF-8.',
  },
  'xml-malformed': {
    status: 422,
    zh: 'XML第{line}行第{column}列有误：{why}。',
    en: 'The XML is malformed at line {line}, column {column}: {why}.',
  },
  'xml-doctype': {
    status: 422,
    zh: 'XML第{line}行第{column}列含有DOCTYPE或实体声明，为安全起见不予读取。',
    en: 'A DOCTYPE or entity declaration stands at line {line}, column {column}; such files are not read.',
  },
  'xml-over-limit': {
    status: 422,
    zh: 'XML第{line}行第{column}列超过上限：{what}最多{limit}。',
    en: 'At line {line}, column {column} the XML exceeds a limit: at most {limit} {what}.',
  },
} as const satisfies RefusalCatalogue
