import type { XmlElement } from '../../../../kernel/xml.ts'
import type { Prose } from '../../../interactions/contract.ts'
import type { ExchangeMedia } from '../../core/exchange/exchange-item.ts'
import type { ReadingAids } from '../../core/exchange/format.ts'
import { htmlOfProse } from '../../core/exchange/text/html-text.ts'
import { make } from '../../core/exchange/text/tree.ts'

/** Texts of Moodle with the pictures they show lying beside them. */
export class Texts {
  private readonly media: ReadonlyMap<string, ExchangeMedia>
  private readonly aids: ReadingAids

  constructor(media: ReadonlyMap<string, ExchangeMedia>, aids: ReadingAids) {
    this.media = media
    this.aids = aids
  }

  /** `gap` gives what stands for a gap of the stem. */
  holder(name: string, prose: Prose, gap?: (gapId: string) => string): XmlElement {
    const html = htmlOfProse(prose, media => `@@PLUGINFILE@@/${this.fileName(media)}`, gap)
    const files = prose.flatMap(block => (block.kind === 'picture' ? [this.file(block.media)] : []))
    return make(name, { format: 'html' }, [make('text', {}, [html]), ...files])
  }

  /** A text without markup. */
  plain(name: string, text: string, more: Readonly<Record<string, string>> = {}, children: readonly XmlElement[] = []): XmlElement {
    return make(name, { ...more, format: 'plain_text' }, [make('text', {}, [text]), ...children])
  }

  private fileName(media: string): string {
    const type = this.media.get(media)?.mediaType ?? 'image/png'
    return `${media}.${type === 'image/svg+xml' ? 'svg' : type.replace('image/', '')}`
  }

  private file(media: string): XmlElement {
    const bytes = this.media.get(media)?.bytes ?? new Uint8Array()
    return make('file', { name: this.fileName(media), path: '/', encoding: 'base64' }, [this.aids.base64.encode(bytes)])
  }
}
