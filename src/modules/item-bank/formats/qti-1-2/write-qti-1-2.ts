import { showMarks } from '../../../../kernel/marks.ts'
import type { XmlElement } from '../../../../kernel/xml.ts'
import type { ExchangeItem, ExchangeMedia, ExchangeSet, Loss } from '../../core/exchange/exchange-item.ts'
import type { ReadingAids, Written } from '../../core/exchange/format.ts'
import { htmlOfProse } from '../../core/exchange/text/html-text.ts'
import { Notes } from '../../core/exchange/notes.ts'
import { make, writeXml } from '../../core/exchange/text/tree.ts'
import { bodyOf } from './bodies.ts'
import type { Body } from './body.ts'
import { factFields, metadataField } from './facts.ts'

const ASSESSMENT = 'zhiheng-items'

/** Writes a package as Canvas imports it: manifest, one `questestinterop` file, pictures in `web_resources`. */
export function writeQti12(set: ExchangeSet, aids: ReadingAids): Written {
  const losses: Loss[] = []
  const names = new Map(set.media.map(one => [one.media, fileName(one)]))
  const items = set.items.flatMap(item => {
    const notes = new Notes(item.code)
    const node = itemOf(item, names, notes)
    losses.push(...notes.losses)
    return node === null ? [] : [node]
  })
  const section = make('section', { ident: 'root_section' }, items)
  const document = make('questestinterop', { xmlns: 'http://www.imsglobal.org/xsd/ims_qtiasiv1p2' }, [
    make('assessment', { ident: ASSESSMENT, title: '职衡试题' }, [section]),
  ])
  const pictures = set.media.map(one => [`web_resources/${fileName(one)}`, one.bytes] as const)
  const entries = new Map<string, Uint8Array>([
    ['imsmanifest.xml', aids.utf8.encode(writeXml(manifest(pictures.map(([path]) => path))))],
    [`${ASSESSMENT}/${ASSESSMENT}.xml`, aids.utf8.encode(writeXml(document))],
    ...pictures,
  ])
  return { kind: 'package', entries, losses }
}

function fileName({ media, mediaType }: ExchangeMedia): string {
  return `${media}.${mediaType === 'image/svg+xml' ? 'svg' : mediaType.replace('image/', '')}`
}

function manifest(pictures: readonly string[]): XmlElement {
  const resource = (identifier: string, type: string, href: string) =>
    make('resource', { identifier, type, href }, [make('file', { href })])
  return make('manifest', { identifier: 'zhiheng-export', xmlns: 'http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1' }, [
    make('metadata', {}, [make('schema', {}, ['IMS Content']), make('schemaversion', {}, ['1.1.3'])]),
    make('organizations'),
    make('resources', {}, [
      resource(ASSESSMENT, 'imsqti_xmlv1p2', `${ASSESSMENT}/${ASSESSMENT}.xml`),
      ...pictures.map((path, at) => resource(`picture-${at + 1}`, 'webcontent', path)),
    ]),
  ])
}

function itemOf(item: ExchangeItem, names: ReadonlyMap<string, string>, notes: Notes): XmlElement | null {
  const body = bodyOf(item, notes)
  if (body === null) return null
  if (item.stimulusId !== null) notes.lost('stimulus', 'QTI 1.2不保存共用材料', 'QTI 1.2 holds no shared stimulus')
  const html = (prose: Body['stem'], gap?: (gapId: string) => string) =>
    make('material', {}, [
      make('mattext', { texttype: 'text/html' }, [htmlOfProse(prose, media => `$IMS-CC-FILEBASE$/${names.get(media) ?? media}`, gap)]),
    ])
  const fields = [
    metadataField('question_type', body.kind),
    ...(item.marks === null ? [] : [metadataField('points_possible', showMarks(item.marks))]),
    ...factFields(item.facts),
  ]
  return make('item', { ident: item.code, title: item.title }, [
    make('itemmetadata', {}, [make('qtimetadata', {}, fields)]),
    make('presentation', {}, [html(body.stem, body.gap), ...body.controls]),
    make('resprocessing', {}, [outcomes(), ...body.rules]),
    ...(body.explanation === null ? [] : [make('itemfeedback', { ident: 'general_fb' }, [make('flow_mat', {}, [html(body.explanation)])])]),
  ])
}

function outcomes(): XmlElement {
  return make('outcomes', {}, [make('decvar', { maxvalue: 100, minvalue: 0, varname: 'SCORE', vartype: 'Decimal' })])
}
