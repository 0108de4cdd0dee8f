import { type XmlElement, childElements, descendants } from '../../../../../../kernel/xml.ts'
import type { ExchangeFault } from '../../../../core/exchange/exchange-item.ts'
import { decoded } from '../../../../core/exchange/text/found-picture.ts'
import { element, textIn } from '../../../../core/exchange/text/tree.ts'

/** A resource of a package; `href` is the path of its main file, relative to the package. */
export type Resource = {
  readonly identifier: string
  readonly type: string
  readonly href: string
  readonly files: readonly string[]
  readonly dependencies: readonly string[]
  readonly title: string
  readonly description: string
}

const ITEM = /^imsqti_item_xmlv2p\d(?:p\d)?$|^imsqti_item_xmlv3p\d(?:p\d)?$|^imsqti_apipitem/
export const isItemResource = (resource: Resource) => ITEM.test(resource.type)

export function resourcesOf(manifest: XmlElement): Resource[] {
  const holder = element(manifest, 'resources')
  return holder === undefined ? [] : childElements(holder, 'resource').map(resourceOf)
}

function resourceOf(node: XmlElement): Resource {
  const metadata = [...descendants(node)]
  const words = (name: string) => textIn(metadata.find(one => one.name === name))
  return {
    identifier: node.attributes['identifier'] ?? '',
    type: node.attributes['type'] ?? '',
    href: node.attributes['href'] ?? '',
    files: childElements(node, 'file').map(file => file.attributes['href'] ?? ''),
    dependencies: childElements(node, 'dependency').map(one => one.attributes['identifierref'] ?? ''),
    title: words('title'),
    description: words('description'),
  }
}

/** Files and dependencies that the manifest names and the package does not have. */
export function missingIn(resources: readonly Resource[], entries: ReadonlyMap<string, Uint8Array>): ExchangeFault[] {
  const known = new Set(resources.map(resource => resource.identifier))
  return resources.flatMap(resource => {
    const paths = [...new Set([resource.href, ...resource.files])].filter(path => path !== '')
    const files = paths.filter(path => pathIn(entries, path) === undefined && !/^https?:/.test(path))
    const dependencies = resource.dependencies.filter(identifier => !known.has(identifier))
    return [
      ...files.map(path =>
        fault(resource, `file ${path}`, `清单所列文件“${path}”不在包中`, `the file “${path}” of the manifest is not in the package`),
      ),
      ...dependencies.map(identifier =>
        fault(
          resource,
          `dependency ${identifier}`,
          `清单所列依赖“${identifier}”不存在`,
          `the dependency “${identifier}” of the manifest does not exist`,
        ),
      ),
    ]
  })
}

function fault(resource: Resource, where: string, zh: string, en: string): ExchangeFault {
  return { item: resource.identifier, element: where, zh, en }
}

/** The name under which a package has a path: as it stands, or with its escapes undone. */
export function pathIn(entries: ReadonlyMap<string, Uint8Array>, path: string): string | undefined {
  const plain = path.replace(/^\.\//, '')
  return [plain, decoded(plain)].find(name => entries.has(name))
}

/** An address in a file of the package as a path of the package; undefined when it leads out of it. */
export function resolvedPath(from: string, address: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith('/')) return undefined
  const steps = [...from.split('/').slice(0, -1), ...decoded(address.replace(/[?#].*$/, '')).split('/')]
  const path: string[] = []
  for (const step of steps) {
    if (step === '..') {
      if (path.pop() === undefined) return undefined
    } else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}
