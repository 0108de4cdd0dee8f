import { type ComponentType, createElement, useState } from 'react'
import { useSearchParams } from 'react-router'
import { hundredths } from '../../../../kernel/marks.ts'
import {
  INTERACTION_NAMES,
  INTERACTION_TYPES,
  InteractionType,
  type ItemDocument,
  interactionOf,
} from '../../../../modules/interactions/contract.ts'
import { reviewOf, viewOf } from '../../../../modules/interactions/pages/registry.ts'
import '../../../../modules/interactions/pages/interactions.css'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { useLanguage } from '../../../../ui/words.ts'
import { useSay } from './say.ts'

type Example = {
  readonly content: ItemDocument
  readonly key: ItemDocument
  readonly response: ItemDocument | null
  readonly rubric?: unknown
  readonly evidence?: unknown
  readonly max: number
  readonly expect: { readonly earned?: number }
}
/** The examples of every type by their path, and their picture; written in by the build of the gallery. */
declare const ITEM_EXAMPLES: Readonly<Record<string, Example>>
declare const ITEM_PICTURE: string
const mediaUrl = () => ITEM_PICTURE

/** Every item type from its examples: the control a candidate has, and what is seen afterwards. `?type=` shows one, `&all` all examples. */
export function ItemsSample() {
  const say = useSay()
  const language = useLanguage()
  const [search] = useSearchParams()
  const asked = InteractionType.safeParse(search.get('type'))
  const types = asked.success ? [asked.data] : INTERACTION_TYPES
  return (
    <>
      <PageHead
        title={say('作答方式', 'Item types')}
        purpose={say(
          '各题型的作答界面与作答之后的展示，取自题型的样例。',
          'The control and the review of every item type, from its examples.',
        )}
      />
      {types.map(type => (
        <section key={type}>
          <h2>{INTERACTION_NAMES[type][language]}</h2>
          {examplesOf(type, search.has('all')).map(([name, example]) => (
            <Sample type={type} name={name} example={example} key={name} />
          ))}
        </section>
      ))}
    </>
  )
}

function examplesOf(type: InteractionType, all: boolean): (readonly [string, Example])[] {
  return Object.entries(ITEM_EXAMPLES)
    .filter(([path, example]) => path.startsWith(`${type}/`) && example.expect.earned !== undefined)
    .map(([path, example]) => [path.split('/').at(-1) ?? '', example] as const)
    .filter(([name]) => all || /^(easy|two-|one-|half|part|wrong|edge-part-of)/.test(name))
}

function Sample({ type, name, example }: { readonly type: InteractionType; readonly name: string; readonly example: Example }) {
  const [response, setResponse] = useState<ItemDocument | null>(null)
  const kind = interactionOf(type)
  const { content, key, rubric, evidence, max } = example
  const score = kind.score({ content, key, rubric, evidence, response: example.response, max: hundredths(max) })
  const view = {
    content: kind.strip(content),
    response,
    readOnly: false,
    name: `${type}-${name.replaceAll('.', '-')}`,
    onRespond: setResponse,
    mediaUrl,
    labAddress: '#laboratory',
  }
  return (
    <div style={{ fontSize: '1.125rem', margin: '16px 0 40px' }}>
      <p>
        <small>{name}</small>
      </p>
      {createElement(viewOf(type) as ComponentType<typeof view>, view)}
      <hr />
      {createElement(reviewOf(type), { content, response: example.response, answerKey: key, score, evidence, mediaUrl })}
    </div>
  )
}
