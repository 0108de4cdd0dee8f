import { type Result, ok } from '../../../../../../kernel/result.ts'
import type { XmlElement } from '../../../../../../kernel/xml.ts'
import { normalName, normalTree } from '../../../../../interactions/contract.ts'
import {
  type ExchangeFault,
  type ExchangeItem,
  type ExchangeMedia,
  type ExchangeStimulus,
  type Imported,
  type Loss,
  NO_FACTS,
} from '../../../../core/exchange/exchange-item.ts'
import type { FormatSource, ReadingAids } from '../../../../core/exchange/format.ts'
import { proseOfHtml } from '../../../../core/exchange/text/html-prose.ts'
import { Notes } from '../../../../core/exchange/notes.ts'
import { element } from '../../../../core/exchange/text/tree.ts'
import { type Annex, annexIn, ownItem, ownStimuli } from '../annex.ts'
import { type Resource, isItemResource, missingIn, pathIn, resolvedPath, resourcesOf } from './manifest.ts'
import { readItem } from './read-item.ts'
import { factsOfResource } from './resource-facts.ts'

type Source = { readonly entries: ReadonlyMap<string, Uint8Array>; readonly aids: ReadingAids; readonly annex: Annex | null }
type Into = {
  readonly items: ExchangeItem[]
  readonly stimuli: Map<string, ExchangeStimulus>
  readonly media: Map<string, ExchangeMedia>
  readonly losses: Loss[]
  readonly faults: ExchangeFault[]
  readonly codes: Set<string>
}

/** Reads a package of QTI 2.x or 3.0, or one item. A manifest that names what is not there is told file by file. */
export function readQti(source: FormatSource, aids: ReadingAids): Result<Imported, readonly ExchangeFault[]> {
  if (source.kind === 'sheets') return refused('', '工作簿不是QTI', 'a workbook is no QTI')
  const into: Into = { items: [], stimuli: new Map(), media: new Map(), losses: [], faults: [], codes: new Set() }
  if (source.kind === 'text') {
    const tree = aids.readXml(source.text)
    if (!tree.ok) return refused(source.name, tree.refusal.zh, tree.refusal.en)
    if (normalName(tree.value.name) !== 'assessmentItem')
      return refused(source.name, `根元素<${tree.value.name}>不是试题`, `the root <${tree.value.name}> is no item`)
    readOne({ entries: new Map(), aids, annex: null }, { root: tree.value, path: source.name, resource: null }, into)
    return ok(imported(into))
  }
  return readPackage({ entries: source.entries, aids, annex: annexIn(source.entries, aids) }, into)
}

function refused(where: string, zh: string, en: string): { readonly ok: false; readonly refusal: readonly ExchangeFault[] } {
  return { ok: false, refusal: [{ item: '', element: where, zh, en }] }
}

function imported(into: Into): Imported {
  return {
    items: into.items,
    stimuli: [...into.stimuli.values()],
    media: [...into.media.values()],
    losses: into.losses,
    faults: into.faults,
  }
}

function readPackage(source: Source, into: Into): Result<Imported, readonly ExchangeFault[]> {
  const { entries, aids } = source
  const bytes = entries.get('imsmanifest.xml')
  if (bytes === undefined)
    return refused('imsmanifest.xml', '包的根目录中没有imsmanifest.xml', 'there is no imsmanifest.xml at the root of the package')
  const manifest = aids.readXml(aids.utf8.decode(bytes))
  if (!manifest.ok) return refused('imsmanifest.xml', manifest.refusal.zh, manifest.refusal.en)
  const resources = resourcesOf(manifest.value)
  const items = resources.filter(isItemResource)
  if (items.length === 0) return refused('imsmanifest.xml', '清单中没有QTI试题', 'the manifest names no QTI item')
  into.faults.push(...missingIn(resources, entries))
  for (const resource of resources) tellOther(resource, into)
  if (source.annex !== null) for (const stimulus of ownStimuli(source.annex)) into.stimuli.set(stimulus.stimulusId, stimulus)
  for (const resource of items) readResource(source, resource, into)
  return ok(imported(into))
}

/** Tests and the like are not taken; nobody should think they were. */
function tellOther(resource: Resource, into: Into): void {
  if (!/^imsqti_(?:test|section|outcomes|rptemplate|assessment)/.test(resource.type)) return
  into.losses.push({
    item: '',
    element: resource.href || resource.identifier,
    kind: 'lost',
    zh: `资源类型“${resource.type}”不导入，组卷请用组卷方案`,
    en: `the resource type “${resource.type}” is not imported; state papers in a blueprint`,
  })
}

function readResource(source: Source, resource: Resource, into: Into): void {
  const path = pathIn(source.entries, resource.href)
  const bytes = path === undefined ? undefined : source.entries.get(path)
  if (path === undefined || bytes === undefined) return
  const text = source.aids.utf8.decode(bytes)
  const own = source.annex === null ? null : ownItem(source.annex, resource.identifier, text, source)
  if (own !== null) {
    into.items.push(own.item)
    for (const one of own.media) into.media.set(one.media, one)
    into.codes.add(own.item.code)
    return
  }
  const tree = source.aids.readXml(text)
  if (!tree.ok)
    into.faults.push({ item: resource.identifier, element: path, zh: `${path}：${tree.refusal.zh}`, en: `${path}: ${tree.refusal.en}` })
  else readOne(source, { root: tree.value, path, resource }, into)
}

type One = { readonly root: XmlElement; readonly path: string; readonly resource: Resource | null }

function readOne({ entries, aids }: Source, { root, path, resource }: One, into: Into): void {
  const code = freshCode(root.attributes['identifier'] ?? resource?.identifier ?? path, into.codes)
  const fileAt = (address: string) => {
    const resolved = resolvedPath(path, address)
    return resolved === undefined ? undefined : entries.get(resolved)
  }
  const facts = resource === null ? NO_FACTS : factsOfResource(resource)
  const read = readItem({ root, code, aids, fileAt, media: into.media, facts })
  into.losses.push(...read.notes.losses)
  into.faults.push(...read.notes.faults)
  if (read.item === null) return
  const stimulusId = read.stimulusHrefs
    .map(href => stimulusAt({ entries, aids }, resolvedPath(path, href), { code, into }))
    .find(id => id !== null)
  into.items.push({ ...read.item, stimulusId: stimulusId ?? null })
}

function freshCode(wanted: string, codes: Set<string>): string {
  const base = wanted.trim().slice(0, 60) || `QTI-${codes.size + 1}`
  const code = codes.has(base) ? `${base}-${codes.size + 1}` : base
  codes.add(code)
  return code
}

/** Reads a shared stimulus once; later items only name it. */
function stimulusAt(
  { entries, aids }: Pick<Source, 'entries' | 'aids'>,
  path: string | undefined,
  { code, into }: { code: string; into: Into },
): string | null {
  const bytes = path === undefined ? undefined : entries.get(path)
  if (path === undefined || bytes === undefined) {
    into.faults.push({
      item: code,
      element: 'assessmentStimulusRef',
      zh: `共用材料“${path ?? ''}”不在包中`,
      en: `the shared stimulus “${path ?? ''}” is not in the package`,
    })
    return null
  }
  const known = [...into.stimuli.values()].find(one => one.stimulusId === path)
  if (known !== undefined) return known.stimulusId
  const tree = aids.readXml(aids.utf8.decode(bytes))
  const normal = tree.ok ? normalTree(tree.value) : null
  if (normal === null || !normal.ok || normal.value.name !== 'assessmentStimulus') {
    into.faults.push({ item: code, element: path, zh: `“${path}”不是可读的共用材料`, en: `“${path}” is no readable shared stimulus` })
    return null
  }
  const notes = new Notes(code)
  const body = element(normal.value, 'stimulusBody')
  const prose = proseOfHtml(body?.children ?? [], { element: 'stimulusBody', notes, picture: () => null })
  into.losses.push(...notes.losses)
  into.stimuli.set(path, { stimulusId: path, title: normal.value.attributes['title'] ?? '', prose })
  return path
}
