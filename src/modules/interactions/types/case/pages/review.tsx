import { fill, useWords } from '../../../../../ui/words.ts'
import { ReviewFrame } from '../../../pages/review/review-frame.tsx'
import type { ItemReviewProps } from '../../../pages/view-props.ts'
import { en } from '../../../pages/words.en.ts'
import { zh } from '../../../pages/words.zh.ts'
import { CaseContent, CaseEvidence, CaseKey, CaseResponse, type PartType } from '../type.ts'

/** Reviews of the types that parts can have; given by the registry. */
export type PartReview = (type: PartType) => (props: ItemReviewProps) => React.JSX.Element

/** The material, and part by part what its own type shows. */
export function CaseReview({ partReview, ...props }: ItemReviewProps & { readonly partReview: PartReview }) {
  const words = useWords(zh, en)
  const { content, response, answerKey, score, evidence, mediaUrl } = props
  const item = CaseContent.parse(content)
  const [given, key, marks] = [CaseResponse.safeParse(response), CaseKey.safeParse(answerKey), CaseEvidence.safeParse(evidence)]
  return (
    <ReviewFrame
      stem={item.stimulus}
      isBlank={!given.success || given.data.parts.length === 0}
      score={score}
      explanation={key.success ? key.data.explanation : null}
      mediaUrl={mediaUrl}
    >
      {item.parts.map((part, at) => (
        <section className="z-case-part" key={part.id}>
          <h3>
            {fill(words.part, { number: at + 1 })}
            <span>{fill(words.marks, { marks: part.marks / 100 })}</span>
          </h3>
          <PartOf
            review={partReview(part.type)}
            {...props}
            content={part.content}
            response={(given.success ? given.data.parts.find(one => one.id === part.id)?.response : undefined) ?? null}
            answerKey={(key.success ? key.data.parts.find(one => one.id === part.id)?.key : undefined) ?? null}
            evidence={(marks.success ? marks.data.parts.find(one => one.id === part.id)?.evidence : undefined) ?? null}
            score={score?.parts?.find(one => one.id === part.id)?.score ?? null}
          />
        </section>
      ))}
    </ReviewFrame>
  )
}

/** Called, not mounted: a part keeps its type, and so its hooks keep their order. */
function PartOf({ review, ...props }: ItemReviewProps & { readonly review: (props: ItemReviewProps) => React.JSX.Element }) {
  return review(props)
}
