/** An element of an XML or HTML document: local name, attributes by local name, and children in order; a string is text. */
export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
}
export type XmlNode = XmlElement | string
