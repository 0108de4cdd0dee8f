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

/** The element and all below it in the order of the document, however deep the tree is. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  const waiting: XmlElement[] = [element]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next
    waiting.push(...childElements(next).toReversed())
  }
}

/** All text below an element, in order. */
export function textWithin(element: XmlElement): string {
  const parts: string[] = []
  const waiting: (XmlElement | string)[] = [element]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') parts.push(next)
    else waiting.push(...next.children.toReversed())
  }
  return parts.join('')
}
