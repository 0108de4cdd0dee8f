import type { XmlElement } from '../../../../../../kernel/xml.ts'
import type { ExchangeItem, ExchangeMedia, ExchangeSet, ExchangeStimulus, Loss } from '../../../../core/exchange/exchange-item.ts'
import type { ReadingAids, Written } from '../../../../core/exchange/format.ts'
import { Notes } from '../../../../core/exchange/notes.ts'
import { make, writeXml } from '../../../../core/exchange/text/tree.ts'
import { ANNEX, annexOf, annexText } from '../annex.ts'
import { descriptionOf } from '../read/resource-facts.ts'
import { DIALECTS, type QtiVersion, inDialect } from './dialect.ts'
import { proseTree } from './prose-tree.ts'
import { itemTree } from './write-item.ts'

type File = {
  readonly code: string
  readonly identifier: string
  readonly path: string
  readonly text: string
  readonly item: ExchangeItem
  readonly media: readonly string[]
}

/** A package: manifest, a file for each item and stimulus, pictures, and the annex that makes our own way back exact. */
export function writeQti(version: QtiVersion, set: ExchangeSet, aids: ReadingAids): Written {
  const losses: Loss[] = []
  const files = set.items.map((item, at): File => {
    const notes = new Notes(item.code)
    const used = new Set<string>()
    const picture = (media: string) => {
      used.add(media)
      return `../${mediaPath(set.media.find(one => one.media === media) ?? { media, mediaType: 'image/png' })}`
    }
    const identifier = identifierOf(item.code, at)
    const stimulus = set.stimuli.findIndex(one => one.stimulusId === item.stimulusId)
    const stimulusHref = stimulus < 0 ? null : `../${stimulusPath(stimulus)}`
    const tree = itemTree(item, { version, identifier, picture, stimulusHref }, notes)
    losses.push(...notes.losses)
    return { code: item.code, identifier, path: `items/${identifier}.xml`, text: writeXml(tree), item, media: [...used] }
  })
  const digests = new Map(files.map(file => [file.code, { identifier: file.identifier, digest: aids.sha256(aids.utf8.encode(file.text)) }]))
  const annex = annexText(annexOf(set, digests, mediaPath))
  const entries = new Map<string, Uint8Array>([
    ['imsmanifest.xml', aids.utf8.encode(writeXml(manifest(version, files, set)))],
    ...files.map(file => [file.path, aids.utf8.encode(file.text)] as const),
    ...set.stimuli.map((stimulus, at) => [stimulusPath(at), aids.utf8.encode(writeXml(stimulusTree(version, stimulus, at)))] as const),
    ...set.media.map(one => [mediaPath(one), one.bytes] as const),
    [ANNEX, aids.utf8.encode(annex)],
  ])
  return { kind: 'package', entries, losses }
}

/** Letters, digits, `-`, `_` and `.` of the number, led by a letter and made unique by the place. */
function identifierOf(code: string, at: number): string {
  const plain = code.replaceAll(/[^A-Za-z0-9_.-]/g, '_').slice(0, 40)
  return plain === code && /^[A-Za-z]/.test(code) ? `${code}` : `item${at + 1}_${plain}`
}

const ENDINGS: Readonly<Record<string, string>> = { 'image/svg+xml': 'svg', 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' }

function mediaPath({ media, mediaType }: Pick<ExchangeMedia, 'media' | 'mediaType'>): string {
  return `media/${media}.${ENDINGS[mediaType] ?? 'bin'}`
}

const stimulusPath = (at: number) => `stimuli/stimulus-${at + 1}.xml`

function stimulusTree(version: QtiVersion, stimulus: ExchangeStimulus, at: number): XmlElement {
  const body = make('stimulusBody', {}, proseTree(stimulus.prose, { picture: media => `../media/${media}.png` }))
  return inDialect(
    version,
    make('assessmentStimulus', { ...DIALECTS[version].item, identifier: `stimulus-${at + 1}`, title: stimulus.title }, [body]),
  )
}

function manifest(version: QtiVersion, files: readonly File[], set: ExchangeSet): XmlElement {
  const dialect = DIALECTS[version]
  const items = files.map(file => itemResource(version, file, set))
  const stimuli = set.stimuli.map((_, at) => resource(`stimulus-${at + 1}`, dialect.stimulusType, stimulusPath(at)))
  const media = set.media.map(one => resource(`media-${one.media}`, 'webcontent', mediaPath(one)))
  return make('manifest', { xmlns: dialect.manifest, identifier: 'zhiheng-export' }, [
    make('metadata', {}, [make('schema', {}, [dialect.schema.name]), make('schemaversion', {}, [dialect.schema.version])]),
    make('organizations'),
    make('resources', {}, [...items, ...stimuli, ...media, resource('zhiheng-annex', 'webcontent', ANNEX)]),
  ])
}

function itemResource(version: QtiVersion, file: File, set: ExchangeSet): XmlElement {
  const lom = { xmlns: 'http://ltsc.ieee.org/xsd/LOM' }
  const text = (name: string, value: string) => make(name, {}, [make('string', { language: 'zh-CN' }, [value])])
  const general = make('general', {}, [
    text('title', file.item.title || file.item.code),
    text('description', descriptionOf(file.item.facts)),
  ])
  const stimulus = set.stimuli.findIndex(one => one.stimulusId === file.item.stimulusId)
  const needs = [...(stimulus < 0 ? [] : [`stimulus-${stimulus + 1}`]), ...file.media.map(media => `media-${media}`)]
  return make('resource', { identifier: file.identifier, type: DIALECTS[version].itemType, href: file.path }, [
    make('metadata', {}, [make('lom', lom, [general])]),
    make('file', { href: file.path }),
    ...needs.map(identifierref => make('dependency', { identifierref })),
  ])
}

function resource(identifier: string, type: string, href: string): XmlElement {
  return make('resource', { identifier, type, href }, [make('file', { href })])
}
