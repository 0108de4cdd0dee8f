import type { Hundredths } from '../../../../kernel/marks.ts'
import type { InteractionType, ItemDocument, Prose } from '../../../interactions/contract.ts'
import type { Importance } from '../item.ts'

/** What is known about an item besides its content; null where the source does not say. */
export type ExchangeFacts = {
  readonly editionId: string | null
  readonly level: string | null
  /** Path in the weight table, from the top; empty where the source does not say. */
  readonly area: readonly string[]
  /** Codes of assessment points. */
  readonly points: readonly string[]
  /** 1 easy … 5 hard. */
  readonly difficulty: number | null
  readonly importance: Importance | null
  /** Time an average candidate needs. */
  readonly seconds: number | null
  /** The law, standard or fact the item rests on. */
  readonly source: string | null
}

export const NO_FACTS: ExchangeFacts = {
  editionId: null,
  level: null,
  area: [],
  points: [],
  difficulty: null,
  importance: null,
  seconds: null,
  source: null,
}

/** An item on its way in or out: documents are those of its interaction in their newest version. */
export type ExchangeItem = {
  /** The item's number or identifier in the source; unique in its set. */
  readonly code: string
  readonly title: string
  readonly type: InteractionType
  /** Full marks; null where the source does not say. */
  readonly marks: Hundredths | null
  readonly content: ItemDocument
  readonly key: ItemDocument
  readonly rubric: ItemDocument
  /** Id of the stimulus that the item shares with others of the set, or null. */
  readonly stimulusId: string | null
  readonly facts: ExchangeFacts
}

/** A stimulus shared by items of a set. */
export type ExchangeStimulus = { readonly stimulusId: string; readonly title: string; readonly prose: Prose }

/** A picture of a set; `media` is the SHA-256 (hex) of its bytes, as contents name it. */
export type ExchangeMedia = { readonly media: string; readonly mediaType: string; readonly bytes: Uint8Array }

/** Items with the stimuli and pictures that they name. */
export type ExchangeSet = {
  readonly items: readonly ExchangeItem[]
  readonly stimuli: readonly ExchangeStimulus[]
  readonly media: readonly ExchangeMedia[]
}

/** Something that did not come over as it was: nothing is dropped without one of these. */
export type Loss = {
  /** `code` of the item, or empty for the whole source. */
  readonly item: string
  /** The element, attribute, line or cell it concerns. */
  readonly element: string
  /** `lost`: not carried over. `changed`: carried over in another form. */
  readonly kind: 'lost' | 'changed'
  readonly zh: string
  readonly en: string
}

/** Why an item, or a whole source, could not be taken. */
export type ExchangeFault = { readonly item: string; readonly element: string; readonly zh: string; readonly en: string }

/** What was read: the items that could be taken, what was lost of them, and the items that could not be taken. */
export type Imported = ExchangeSet & { readonly losses: readonly Loss[]; readonly faults: readonly ExchangeFault[] }
