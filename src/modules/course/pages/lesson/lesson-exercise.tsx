import { useState } from 'react'
import type { AnswerOf } from '../../../../ui/client.ts'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { useAct } from '../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../ui/words.ts'
import type { ItemDocument, Score } from '../../../interactions/contract.ts'
import { respondToLessonItem, type readLesson } from '../../contract.ts'
import type { LessonItemViews } from './item-slot.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Item = AnswerOf<typeof readLesson>['items'][number]
type Props = { readonly lessonId: string; readonly item: Item; readonly number: number; readonly views: LessonItemViews }

/** One item of a lesson: answered, explained at once, and answered again if one likes. */
export function LessonExercise({ lessonId, item: first, number, views: { Taking, Shown } }: Props) {
  const words = useWords(zh, en).page
  const [item, setItem] = useState(first)
  const [response, setResponse] = useState<ItemDocument | null>(null)
  const [isOpen, setOpen] = useState(first.given === null)
  const send = useAct(respondToLessonItem)
  const { type, content, itemId, given } = item
  const submit = async () => {
    if (response === null) return
    const reply = await send.act({ params: { lessonId, itemId }, body: { response } })
    if (!reply.ok) return
    setItem(reply.value)
    setOpen(false)
  }
  const again = () => {
    setResponse(null)
    setOpen(true)
  }
  return (
    <section className="course-exercise" aria-labelledby={`exercise-${itemId}`}>
      <header>
        <h3 id={`exercise-${itemId}`}>{fill(words.exercise, { number, n: number })}</h3>
        {given && <Verdict given={given} isOpen={isOpen} />}
      </header>
      {isOpen || given === null ? (
        <>
          <Taking {...{ type, content, response }} stimulus={null} name={itemId} onRespond={setResponse} />
          <p className="course-exercise-foot">
            <button
              type="button"
              className="z-button z-button-primary"
              disabled={response === null || send.busy}
              onClick={() => void submit()}
            >
              {response === null ? words.choose : words.submit}
            </button>
          </p>
        </>
      ) : (
        <>
          <Shown
            {...{ type, content }}
            answerKey={given.right}
            stimulus={null}
            response={given.response as ItemDocument}
            score={given.score as Score}
          />
          <p className="course-exercise-foot">
            <button type="button" className="z-button" onClick={again}>
              {words.again}
            </button>
          </p>
        </>
      )}
      {send.refusal && <RefusalNote refusal={send.refusal} />}
    </section>
  )
}

function Verdict({ given, isOpen }: { readonly given: NonNullable<Item['given']>; readonly isOpen: boolean }) {
  const words = useWords(zh, en).page
  const { earned, most, tries } = given
  const outcome = earned === most ? 'right' : earned > 0 ? 'partly' : 'wrong'
  return (
    <p className={`course-verdict course-verdict-${outcome}`} role="status">
      {!isOpen && <strong>{words[outcome]}</strong>} <span>{fill(words.tries, { n: tries })}</span>
    </p>
  )
}
