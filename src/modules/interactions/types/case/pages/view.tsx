import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { INTERACTION_NAMES, type ItemDocument } from '../../../contract.ts'
import { ProseBlocks } from '../../../pages/prose.tsx'
import type { ItemViewProps } from '../../../pages/view-props.ts'
import { en } from '../../../pages/words.en.ts'
import { zh } from '../../../pages/words.zh.ts'
import { CasePublic, CaseResponse, type PartType } from '../type.ts'

/** Views of the types that parts can have; given by the registry, so that no type knows another. */
export type PartView = (type: PartType) => (props: ItemViewProps) => React.JSX.Element

/** The candidate's view: the material, and below or beside it one part after the other. */
export function CaseView({ partView, ...props }: ItemViewProps & { readonly partView: PartView }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const { content, response, name, onRespond, mediaUrl } = props
  const item = CasePublic.parse(content)
  const given = CaseResponse.safeParse(response)
  const responses = new Map(given.success ? given.data.parts.map(part => [part.id, part.response]) : [])
  const respond = (id: string, value: ItemDocument | null) => {
    const next = new Map<string, ItemDocument | null>(responses).set(id, value)
    const parts = item.parts.flatMap(part => {
      const own = next.get(part.id) ?? null
      return own === null ? [] : [{ id: part.id, response: own }]
    })
    onRespond(parts.length === 0 ? null : { version: 1, parts })
  }
  return (
    <div className="z-case">
      <section className="z-case-material" aria-labelledby={`${name}-material`}>
        <h3 id={`${name}-material`}>{words.material}</h3>
        <ProseBlocks prose={item.stimulus} mediaUrl={mediaUrl} />
      </section>
      <div className="z-case-parts">
        {item.parts.map((part, at) => (
          <section className="z-case-part" data-part={part.id} aria-labelledby={`${name}-${part.id}-head`} key={part.id}>
            <h3 id={`${name}-${part.id}-head`}>
              {fill(words.part, { number: at + 1 })}
              <span>
                {INTERACTION_NAMES[part.type][language]} · {fill(words.marks, { marks: part.marks / 100 })}
              </span>
            </h3>
            <PartOf
              view={partView(part.type)}
              {...props}
              content={part.content}
              response={responses.get(part.id) ?? null}
              name={`${name}-${part.id}`}
              onRespond={value => respond(part.id, value)}
            />
          </section>
        ))}
      </div>
    </div>
  )
}

/** Called, not mounted: a part keeps its type, and so its hooks keep their order. */
function PartOf({ view, ...props }: ItemViewProps & { readonly view: (props: ItemViewProps) => React.JSX.Element }) {
  return view(props)
}
