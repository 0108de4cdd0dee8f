import { Button } from 'antd'
import { type ComponentType, useState } from 'react'
import { hundredths } from '../../../kernel/marks.ts'
import type { AnswerOf } from '../../../ui/client.ts'
import { Facts } from '../../../ui/components/facts/facts.tsx'
import { StateWord } from '../../../ui/components/mark/state-word.tsx'
import { RefusalNote } from '../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../ui/components/page/sheet.tsx'
import { showMarks } from '../../../ui/format.ts'
import { useAct } from '../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../ui/words.ts'
import type { InteractionType } from '../../interactions/contract.ts'
import { readItem, TYPE_NAMES } from '../contract.ts'
import type { ItemRow } from './item-columns.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** How an item is drawn; the portal hands in the views of the interactions. */
export type ItemPreviewProps = { readonly type: InteractionType; readonly content: unknown; readonly answerKey: unknown }

/** What is known of an item; its content opens only on demand, because every reading is recorded. */
export function ItemDetail({ item, Preview }: { readonly item: ItemRow; readonly Preview: ComponentType<ItemPreviewProps> }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const facts = [
    { label: words.columns.type, value: TYPE_NAMES[item.type][language] },
    { label: words.facts.marks, value: showMarks(hundredths(item.marks), language) },
    { label: words.columns.area, value: item.area.join('／'), wide: true },
    { label: words.columns.difficulty, value: String(item.difficulty) },
    { label: words.columns.importance, value: words.importance[item.importance] },
    { label: words.columns.writer, value: item.writer },
    { label: words.facts.entered, value: item.reviewer },
    { label: words.columns.exposure, value: fill(words.facts.times, { n: item.exposure }) },
    {
      label: words.columns.version,
      value: <StateWord tone={item.state === 'operational' ? 'done' : 'ended'}>{`${item.version} · ${words.state[item.state]}`}</StateWord>,
    },
  ]
  return (
    <>
      <Sheet>
        <Facts facts={facts} columns={2} />
      </Sheet>
      <Sheet title={words.read.title}>
        <Secret itemId={item.itemId} Preview={Preview} />
      </Sheet>
    </>
  )
}

function Secret({ itemId, Preview }: { readonly itemId: string; readonly Preview: ComponentType<ItemPreviewProps> }) {
  const words = useWords(zh, en).read
  const { act, busy, refusal } = useAct(readItem)
  const [opened, setOpened] = useState<AnswerOf<typeof readItem> | null>(null)
  const open = async () => {
    const reply = await act({ params: { itemId }, body: {} })
    if (reply.ok) setOpened(reply.value)
  }
  if (opened) return <Preview type={opened.item.type} content={opened.content} answerKey={opened.key} />
  return (
    <div className="z-item-secret">
      <p className="z-note">{words.why}</p>
      <RefusalNote refusal={refusal} what={words.what} />
      <Button loading={busy} onClick={() => void open()}>
        {words.act}
      </Button>
    </div>
  )
}
