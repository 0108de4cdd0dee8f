import { readFileSync } from 'node:fs'
import { dirname, posix, resolve, sep } from 'node:path'
import { fillText } from '../../../kernel/refusal-catalogue.ts'
import { type Refusal, type Result, ok } from '../../../kernel/result.ts'
import type { XmlElement } from '../../../kernel/xml.ts'
import { normalName, type RulesAt } from '../../../modules/interactions/contract.ts'
import { archiveRefusals } from '../../../platform/archive/archive-refusals.ts'
import { type Archive, readArchive } from '../../../platform/archive/read-archive.ts'
import { inspectPackagePicture } from '../../../platform/files/inspect-picture.ts'
import { pictureRefusals } from '../../../platform/files/picture-refusals.ts'
import { readXml } from '../../../platform/markup/read-xml.ts'
import { xmlRefusals } from '../../../platform/markup/xml-refusals.ts'

/** What is wrong, for people and for programs. */
export type ToldFault = { readonly code: string; readonly zh: string; readonly en: string }
type Rooted = { readonly path: string; readonly root: XmlElement }

/** A file as far as QTI goes: its items and assessments, and what could not be read. */
export type Documents = {
  readonly isPackage: boolean
  readonly items: readonly Rooted[]
  readonly assessments: readonly Rooted[]
  readonly unread: readonly { readonly path: string; readonly fault: ToldFault }[]
  /** The path of what a document at a path calls `href`. */
  beside(path: string, href: string): string
  /** The document at a path, as `beside` gives it. */
  at(path: string): XmlElement | undefined
}

const WORDS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  ...archiveRefusals,
  ...xmlRefusals,
  ...pictureRefusals,
}

export function tell({ code, facts }: Refusal): ToldFault {
  const words = WORDS[code] ?? { zh: code, en: code }
  return { code, zh: fillText(words.zh, facts), en: fillText(words.en, facts) }
}

/** Reads an item or a package; a refusal when the file as a whole cannot be read. */
export async function readDocuments(file: string): Promise<Result<Documents, ToldFault>> {
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    return {
      ok: false,
      refusal: { code: 'file-unreadable', zh: `无法读取文件${file}（${code}）。`, en: `${file} cannot be read (${code}).` },
    }
  }
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') {
    const archive = await readArchive(bytes)
    return archive.ok ? ok(await packageDocuments(archive.value)) : { ok: false, refusal: tell(archive.refusal) }
  }
  const root = readXml(bytes)
  return root.ok ? ok(loneDocument(file, root.value)) : { ok: false, refusal: tell(root.refusal) }
}

function loneDocument(file: string, root: XmlElement): Documents {
  const folder = resolve(dirname(file))
  // a stranger's document may name what lies beside it, not what lies elsewhere on this machine
  const at = (path: string): XmlElement | undefined => {
    if (!path.startsWith(folder + sep)) return undefined
    try {
      const found = readXml(readFileSync(path))
      return found.ok ? found.value : undefined
    } catch {
      return undefined
    }
  }
  const beside = (path: string, href: string): string => resolve(dirname(path), safeDecode(href))
  return { isPackage: false, ...sorted([{ path: file, root }]), unread: [], beside, at }
}

async function packageDocuments(archive: Archive): Promise<Documents> {
  const roots = new Map<string, XmlElement>()
  const unread: { readonly path: string; readonly fault: ToldFault }[] = []
  for (const { path } of archive.entries) {
    const isXml = /\.xml$/i.test(path)
    if (!isXml && !/\.(png|jpe?g|gif|webp|svg)$/i.test(path)) continue
    const bytes = await archive.read(path)
    const judged = bytes.ok ? (isXml ? readXml(bytes.value) : await inspectPackagePicture(bytes.value)) : bytes
    if (!judged.ok) unread.push({ path, fault: tell(judged.refusal) })
    else if ('name' in judged.value) roots.set(path, judged.value)
  }
  const beside = (path: string, href: string): string => posix.join(posix.dirname(path), safeDecode(href))
  return { isPackage: true, ...sorted([...roots].map(([path, root]) => ({ path, root }))), unread, beside, at: path => roots.get(path) }
}

function sorted(documents: readonly Rooted[]): Pick<Documents, 'items' | 'assessments'> {
  const named = (name: string) => documents.filter(({ root }) => normalName(root.name) === name)
  return { items: named('assessmentItem'), assessments: named('assessmentTest') }
}

function safeDecode(href: string): string {
  try {
    return decodeURIComponent(href)
  } catch {
    return href
  }
}

/** How an item's own addresses are resolved. */
export function rulesNear(documents: Documents, path: string): RulesAt {
  return uri => documents.at(documents.beside(path, uri))
}
