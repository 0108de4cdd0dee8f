import { Button } from 'antd'
import type { Told } from '../../../../../ui/client.ts'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../../ui/components/page/waiting-skeleton.tsx'
import { useRead } from '../../../../../ui/use-endpoint.ts'
import { useWords } from '../../../../../ui/words.ts'
import { previewVersion } from '../../../contract.ts'
import type { ItemViews } from '../../shared/item-views.ts'
import type { ShownVersion } from '../../shared/versions.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { type DeskWork, ownScore } from './desk-work.ts'

type Props = {
  readonly version: ShownVersion
  readonly views: ItemViews
  readonly work: DeskWork
  readonly change: (part: Partial<DeskWork>) => void
  readonly onReveal: () => void
  readonly busy: boolean
  readonly refusal: Told | null
}

/** The item as in the exam, to be solved first; then beside what is right. */
export function CandidateSide({ version, views, work, change, onReveal, busy, refusal }: Props) {
  const words = useWords(zh, en).desk
  return (
    <section className="z-desk-candidate" aria-label={words.asCandidate}>
      <div className="z-desk-paper">
        {work.opened === null ? (
          <Solving version={version} Taking={views.Taking} work={work} change={change} />
        ) : (
          <Solved work={work} Shown={views.Shown} />
        )}
      </div>
      {work.opened === null && (
        <div className="z-desk-reveal">
          <span className="z-note">{words.solve}</span>
          <Button loading={busy} onClick={onReveal}>
            {words.reveal}
          </Button>
        </div>
      )}
      <RefusalNote refusal={refusal} what={words.readRefused} />
    </section>
  )
}

type SolvingProps = Pick<Props, 'version' | 'work' | 'change'> & Pick<ItemViews, 'Taking'>

function Solving({ version, Taking, work, change }: SolvingProps) {
  const words = useWords(zh, en).desk
  const preview = useRead(previewVersion, { params: { itemVersionId: version.itemVersionId }, body: {} }, { once: true })
  if (preview.isError)
    return <RefusalNote refusal={preview.error.told} what={words.previewRefused} onRetry={() => void preview.refetch()} />
  if (preview.isPending) return <WaitingSkeleton lines={6} />
  const { type, content, stimulus } = preview.data
  return (
    <Taking
      type={type}
      content={content}
      stimulus={stimulus}
      response={work.response}
      name={version.itemVersionId}
      onRespond={response => change({ response })}
    />
  )
}

/** What was responded against the key, and what it earns. */
function Solved({ work, Shown }: { readonly work: DeskWork } & Pick<ItemViews, 'Shown'>) {
  const { opened, response } = work
  if (opened === null) return null
  const { version, content, key, stimulus } = opened
  return (
    <Shown
      type={version.type}
      content={content}
      answerKey={key}
      stimulus={stimulus}
      response={response}
      score={ownScore(opened, response)}
    />
  )
}
