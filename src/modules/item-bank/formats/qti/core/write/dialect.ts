import type { XmlElement, XmlNode } from '../../../../../../kernel/xml.ts'

export const QTI_VERSIONS = ['2.1', '2.2', '3.0'] as const
export type QtiVersion = (typeof QTI_VERSIONS)[number]

/** Elements that QTI takes from HTML and MathML as they are. */
const HTML = new Set('p pre table tbody tr td th img object ul ol li div span br em strong'.split(' '))

type Dialect = {
  readonly item: Readonly<Record<string, string>>
  readonly itemType: string
  readonly stimulusType: string
  readonly manifest: string
  readonly schema: { readonly name: string; readonly version: string }
  readonly templates: string
}

const XSI = 'http://www.w3.org/2001/XMLSchema-instance'
export const DIALECTS: Readonly<Record<QtiVersion, Dialect>> = {
  '2.1': {
    item: { xmlns: 'http://www.imsglobal.org/xsd/imsqti_v2p1', 'xmlns:xsi': XSI },
    itemType: 'imsqti_item_xmlv2p1',
    stimulusType: 'webcontent',
    manifest: 'http://www.imsglobal.org/xsd/imscp_v1p1',
    schema: { name: 'QTIv2.1 Package', version: '1.0.0' },
    templates: 'http://www.imsglobal.org/question/qti_v2p1/rptemplates/',
  },
  '2.2': {
    item: { xmlns: 'http://www.imsglobal.org/xsd/imsqti_v2p2', 'xmlns:xsi': XSI },
    itemType: 'imsqti_item_xmlv2p2',
    stimulusType: 'imsqti_stimulus_xmlv2p2',
    manifest: 'http://www.imsglobal.org/xsd/imscp_v1p1',
    schema: { name: 'QTIv2.2 Package', version: '1.0.0' },
    templates: 'http://www.imsglobal.org/question/qti_v2p2/rptemplates/',
  },
  '3.0': {
    item: { xmlns: 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0', 'xmlns:xsi': XSI },
    itemType: 'imsqti_item_xmlv3p0',
    stimulusType: 'imsqti_stimulus_xmlv3p0',
    manifest: 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1',
    schema: { name: 'QTI Package', version: '3.0.0' },
    templates: 'https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/',
  },
}

/** A tree in the words of QTI 2 in those of the version: `setOutcomeValue` becomes `qti-set-outcome-value` in QTI 3. */
export function inDialect(version: QtiVersion, node: XmlElement): XmlElement {
  const children = node.children.map((child): XmlNode => (typeof child === 'string' ? child : inDialect(version, child)))
  if (version !== '3.0') return { ...node, children }
  if (HTML.has(node.name)) return { ...node, children }
  const attributes = Object.fromEntries(Object.entries(node.attributes).map(([name, value]) => [hyphenated(name), value]))
  return { name: `qti-${hyphenated(node.name)}`, attributes, children }
}

function hyphenated(name: string): string {
  return name.includes(':') || name.startsWith('data-') || name === 'xmlns'
    ? name
    : name.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
}
