import { Button, Input } from 'antd'
import { useState } from 'react'
import { instant } from '../../../../../kernel/instant.ts'
import type { AnswerOf } from '../../../../../ui/client.ts'
import { StateWord } from '../../../../../ui/components/mark/state-word.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { showInstant } from '../../../../../ui/format.ts'
import { useAct } from '../../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { addComment, resolveThread, showHistory } from '../../../contract.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

type Comment = AnswerOf<typeof showHistory>['comments'][number]

/** Remarks in threads; whoever reads may reply, and a settled thread says by whom. */
export function Comments({ itemVersionId, comments }: { readonly itemVersionId: string; readonly comments: readonly Comment[] }) {
  const words = useWords(zh, en).history
  const [replyTo, setReplyTo] = useState<Comment | null>(null)
  const settle = useAct(resolveThread, [showHistory])
  const threads = comments.filter(comment => comment.replyTo === null)
  const close = ({ itemVersionId: of, commentId }: Comment) => void settle.act({ params: { itemVersionId: of, commentId }, body: {} })
  return (
    <section className="z-comments">
      <h3>{words.comments}</h3>
      {threads.length === 0 && <p className="z-note">{words.noComments}</p>}
      <ol>
        {threads.map(thread => (
          <Thread
            key={thread.commentId}
            thread={thread}
            replies={comments.filter(comment => comment.replyTo === thread.commentId)}
            onReply={() => setReplyTo(thread)}
            onSettle={() => close(thread)}
          />
        ))}
      </ol>
      <RefusalNote refusal={settle.refusal} what={words.refused} />
      <CommentForm itemVersionId={itemVersionId} replyTo={replyTo} onEnd={() => setReplyTo(null)} />
    </section>
  )
}

type ThreadProps = {
  readonly thread: Comment
  readonly replies: readonly Comment[]
  readonly onReply: () => void
  readonly onSettle: () => void
}

function Thread({ thread, replies, onReply, onSettle }: ThreadProps) {
  const words = useWords(zh, en).history
  return (
    <li className="z-thread">
      {[thread, ...replies].map(comment => (
        <Remark key={comment.commentId} comment={comment} />
      ))}
      {thread.resolvedAt === null ? (
        <p className="z-thread-acts">
          <button type="button" className="z-link" onClick={onReply}>
            {words.reply}
          </button>
          <button type="button" className="z-link" onClick={onSettle}>
            {words.settle}
          </button>
        </p>
      ) : (
        <StateWord tone="done">{fill(words.settled, { person: thread.resolvedBy ?? '' })}</StateWord>
      )}
    </li>
  )
}

/** Writes a remark, or a reply while a thread was chosen. */
function CommentForm({
  itemVersionId,
  replyTo,
  onEnd,
}: {
  readonly itemVersionId: string
  readonly replyTo: Comment | null
  readonly onEnd: () => void
}) {
  const words = useWords(zh, en).history
  const [text, setText] = useState('')
  const { act, busy, refusal } = useAct(addComment, [showHistory])
  const post = async () => {
    const params = { itemVersionId: replyTo?.itemVersionId ?? itemVersionId }
    const reply = await act({ params, body: { text, replyTo: replyTo?.commentId ?? null } })
    if (!reply.ok) return
    setText('')
    onEnd()
  }
  return (
    <div className="z-comment-form">
      {replyTo && (
        <p className="z-note">
          {fill(words.replyTo, { person: replyTo.person })}　
          <button type="button" className="z-link" onClick={onEnd}>
            {words.cancelReply}
          </button>
        </p>
      )}
      <Input.TextArea
        aria-label={words.add}
        autoSize={{ minRows: 2 }}
        maxLength={2000}
        placeholder={words.addHint}
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

function Remark({ comment }: { readonly comment: Comment }) {
  const language = useLanguage()
  return (
    <div className="z-remark">
      <p>{comment.text}</p>
      <p className="z-note">
        {comment.person}　{showInstant(instant(comment.at), language)}
      </p>
    </div>
  )
}
