import { Button, Input } from 'antd'
import { type ComponentRef, useEffect, useRef, useState } from 'react'
import { instant } from '../../../../kernel/instant.ts'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { showInstant } from '../../../../ui/format.ts'
import { useAct } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { addComment, resolveThread, showHistory, showVersion } from '../../contract.ts'
import type { History } from './versions.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Comment = History['comments'][number]
type Props = { readonly itemVersionId: string; readonly comments: readonly Comment[]; readonly numbers?: ReadonlyMap<string, number> }

/** Remarks in threads with their replies; a thread stays open until somebody settles it. `numbers` name the versions where there are several. */
export function Threads({ itemVersionId, comments, numbers }: Props) {
  const words = useWords(zh, en).threads
  const [replyTo, setReplyTo] = useState<Comment | null>(null)
  const threads = comments.filter(comment => comment.replyTo === null)
  return (
    <div className="z-threads">
      {threads.length === 0 && <p className="z-note">{words.none}</p>}
      {threads.map(thread => (
        <Thread
          key={thread.commentId}
          thread={thread}
          number={numbers?.get(thread.itemVersionId)}
          replies={comments.filter(comment => comment.replyTo === thread.commentId)}
          onReply={() => setReplyTo(thread)}
        />
      ))}
      <RemarkForm
        key={replyTo?.commentId ?? ''}
        itemVersionId={replyTo?.itemVersionId ?? itemVersionId}
        replyTo={replyTo}
        onDone={() => setReplyTo(null)}
      />
    </div>
  )
}

type ThreadProps = {
  readonly thread: Comment
  readonly replies: readonly Comment[]
  readonly number: number | undefined
  readonly onReply: () => void
}

function Thread({ thread, replies, number, onReply }: ThreadProps) {
  const words = useWords(zh, en).threads
  const { act, busy, refusal } = useAct(resolveThread, [showHistory, showVersion])
  const { itemVersionId, commentId } = thread
  const settle = () => void act({ params: { itemVersionId, commentId }, body: {} })
  return (
    <div className="z-thread">
      <Remark comment={thread} number={number} />
      {replies.map(reply => (
        <Remark key={reply.commentId} comment={reply} />
      ))}
      <RefusalNote refusal={refusal} what={words.refused} />
      {thread.resolvedAt === null ? (
        <p className="z-thread-acts">
          <button type="button" className="z-link" onClick={onReply}>
            {words.reply}
          </button>
          <button type="button" className="z-link" disabled={busy} onClick={settle}>
            {words.settle}
          </button>
        </p>
      ) : (
        <StateWord tone="done">{fill(words.settled, { person: thread.resolvedBy ?? '' })}</StateWord>
      )}
    </div>
  )
}

function Remark({ comment, number }: { readonly comment: Comment; readonly number?: number | undefined }) {
  const words = useWords(zh, en).threads
  const language = useLanguage()
  return (
    <div className="z-remark">
      <p>{comment.text}</p>
      <p className="z-note">
        {number !== undefined && <span>{fill(words.version, { n: number })}</span>}
        <span>{comment.person || words.blind}</span>
        <time>{showInstant(instant(comment.at), language)}</time>
      </p>
    </div>
  )
}

type FormProps = { readonly itemVersionId: string; readonly replyTo: Comment | null; readonly onDone: () => void }

function RemarkForm({ itemVersionId, replyTo, onDone }: FormProps) {
  const words = useWords(zh, en).threads
  const [text, setText] = useState('')
  const field = useRef<ComponentRef<typeof Input.TextArea>>(null)
  useEffect(() => {
    if (replyTo !== null) field.current?.focus()
  }, [replyTo])
  const { act, busy, refusal } = useAct(addComment, [showHistory, showVersion])
  const post = async () => {
    const reply = await act({ params: { itemVersionId }, body: { text, replyTo: replyTo?.commentId ?? null } })
    if (!reply.ok) return
    setText('')
    onDone()
  }
  return (
    <div className="z-remark-form">
      {replyTo && (
        <p className="z-note">
          {fill(words.replyTo, { text: replyTo.text.slice(0, 24) })}
          <button type="button" className="z-link" onClick={onDone}>
            {words.cancel}
          </button>
        </p>
      )}
      <Input.TextArea
        ref={field}
        aria-label={words.add}
        placeholder={words.addHint}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={2000}
        value={text}
        onChange={event => setText(event.target.value)}
      />
      <RefusalNote refusal={refusal} what={words.refused} />
      <Button disabled={text.trim() === ''} loading={busy} onClick={() => void post()}>
        {words.post}
      </Button>
    </div>
  )
}
