/** An element as read from XML: names without prefixes, texts as strings among the children. */
export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: XmlElement['children'] = [],
): XmlElement {
  return { name, attributes, children }
}

/** Only an attribute of the document, never a property that every object has. */
export function attributeOf(element: XmlElement, name: string): string | undefined {
  return Object.hasOwn(element.attributes, name) ? element.attributes[name] : undefined
}

/** Child elements, or those of one name. */
export function childElements(element: XmlElement, name?: string): readonly XmlElement[] {
  return element.children.filter((c): c is XmlElement => typeof c !== 'string' && (name === undefined || c.name === name))
}

/** The element and all below it in the order of the document, however deep and wide the tree is. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  for (const node of nodesWithin(element)) if (typeof node !== 'string') yield node
}

/** All text below an element, in order. */
export function textWithin(element: XmlElement): string {
  const parts: string[] = []
  for (const node of nodesWithin(element)) if (typeof node === 'string') parts.push(node)
  return parts.join('')
}

/** A child as it stands: an element or text. */
export type XmlNode = XmlElement | string
function* nodesWithin(element: XmlElement): Generator<XmlElement | string> {
  const waiting: (XmlElement | string)[] = [element]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next
    // one by one: a call cannot take as many arguments as an element can have children
    if (typeof next !== 'string') for (const child of next.children.toReversed()) waiting.push(child)
  }
}
