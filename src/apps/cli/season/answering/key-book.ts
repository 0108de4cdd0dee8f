import { z } from 'zod'
import { InteractionType, type ItemDocument, Prose, interactionOf, plainText } from '../../../../modules/interactions/contract.ts'
import { parseItemFile } from '../../../../modules/item-bank/contract.ts'
import type { WholeItem } from './mistakes.ts'
import { namedAs, shapeOf } from './same-item.ts'

const stem = Prose.transform(plainText)
const choice = {
  stem,
  options: z.array(z.object({ id: z.string(), text: z.string() })),
  key: z.array(z.string()),
  difficulty: z.number(),
}
const FileItem = z.discriminatedUnion('type', [
  z.object({ type: z.literal('single-choice'), ...choice }),
  z.object({ type: z.literal('multiple-choice'), ...choice }),
  z.object({ type: z.literal('true-false'), stem, key: z.boolean(), difficulty: z.number() }),
])
/** An item as its documents say it; the way in which types beyond the three of the first files are written down. */
const DocumentItem = z.object({
  type: InteractionType,
  content: z.record(z.string(), z.unknown()),
  key: z.record(z.string(), z.unknown()),
  rubric: z.record(z.string(), z.unknown()).optional(),
  difficulty: z.number().default(3),
})
const KnownForm = z.union([DocumentItem, FileItem])
const ItemFile = z.object({ items: z.array(z.unknown()) })

/** What is known of an item from the files of the seed country: its difficulty (1 easy – 5 hard) and what is right, in words. */
export type KnownItem = {
  readonly difficulty: number
  readonly right: { readonly verdict: boolean } | { readonly texts: readonly string[]; readonly all: readonly string[] }
}

/** Item files on disk, found by the text of the stem. Tests may know keys; the people in them get no other help. */
export type KeyBook = {
  /** The item with this stem and exactly these options (none for true or false). */
  itemWith(stem: string, optionTexts: readonly string[]): KnownItem | undefined
  /** The item of this type that shows exactly these texts. */
  wholeItem(type: InteractionType, publicContent: ItemDocument): (WholeItem & { readonly difficulty: number }) | undefined
  readonly size: number
}

/** Makes a book from the texts of item files. */
export function keyBook(files: readonly string[]): KeyBook {
  const known = new Map<string, KnownItem>()
  const whole = new Map<string, WholeItem & { readonly difficulty: number }>()
  for (const text of files) {
    for (const raw of ItemFile.parse(JSON.parse(text)).items) {
      const { success, data: item } = KnownForm.safeParse(raw)
      if (!success) {
        for (const written of shortFormOf(text, raw))
          whole.set(shownEntry(written.type, interactionOf(written.type).strip(written.content)), written)
        continue
      }
      if ('content' in item) {
        whole.set(shownEntry(item.type, interactionOf(item.type).strip(item.content)), item)
        continue
      }
      const all = item.type === 'true-false' ? [] : item.options.map(o => o.text)
      known.set(entryOf(item.stem, all), { difficulty: item.difficulty, right: rightOf(item) })
    }
  }
  return {
    itemWith: (stem, optionTexts) => known.get(entryOf(stem, optionTexts)),
    wholeItem: (type, publicContent) => {
      const found = whole.get(shownEntry(type, publicContent))
      return found === undefined ? undefined : namedAs(found, publicContent)
    },
    size: known.size + whole.size,
  }
}

function rightOf(item: z.output<typeof FileItem>): KnownItem['right'] {
  if (item.type === 'true-false') return { verdict: item.key }
  return { texts: item.options.filter(o => item.key.includes(o.id)).map(o => o.text), all: item.options.map(o => o.text) }
}

/** Papers shuffle options and break stems into paragraphs: neither order nor white space tells items apart. */
function entryOf(stem: string, optionTexts: readonly string[]): string {
  const plain = (text: string) => text.replace(/\s+/g, '')
  return [plain(stem), ...optionTexts.map(plain).sort()].join('\u0000')
}

/** Papers shuffle lists and name options anew; what is shown stays the same. */
function shownEntry(type: InteractionType, publicContent: ItemDocument): string {
  return `${type} ${shapeOf(publicContent)}`
}

/** An item in an author's short form of another type, read as the bank reads it, with options named once and for all. */
function shortFormOf(text: string, raw: unknown): (WholeItem & { readonly difficulty: number })[] {
  const head = JSON.parse(text) as Readonly<Record<string, unknown>>
  const names = new Map<string, string>()
  const optionId = (_code: string, letter: string) => {
    const name = names.get(letter) ?? `n${names.size}_of_the_file`
    names.set(letter, name)
    return name
  }
  const picture = () => '0'.repeat(64)
  const read = parseItemFile({ file: '', text: JSON.stringify({ ...head, items: [raw] }), knowsArea: () => true, optionId, picture })
  return read.ok ? read.value.map(({ type, content, key, rubric, difficulty }) => ({ type, content, key, rubric, difficulty })) : []
}
