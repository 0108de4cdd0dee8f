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
  const [text, setText] = useState('')
  const [replyTo, setReplyTo] = useState<Comment | null>(null)
  const { act, busy, refusal } = useAct(addComment, [showHistory])
  const settle = useAct(resolveThread, [showHistory])
  const post = async () => {
    const reply = await act({
      params: { itemVersionId: replyTo?.itemVersionId ?? itemVersionId },
      body: { text, replyTo: replyTo?.commentId ?? null },
    })
    if (!reply.ok) return
    setText('')
    setReplyTo(null)
  }
  const threads = comments.filter(comment => comment.replyTo === null)
  return (
    <section className="z-comments">
      <h3>{words.comments}</h3>
      {threads.length === 0 && <p className="z-note">{words.noComments}</p>}
      <ol>
        {threads.map(thread => (
          <li key={thread.commentId} className="z-thread">
            <Remark comment={thread} />
            {comments
              .filter(comment => comment.replyTo === thread.commentId)
              .map(reply => (
                <Remark key={reply.commentId} comment={reply} />
              ))}
            {thread.resolvedAt === null ? (
              <p className="z-thread-acts">
                <button type="button" className="z-link" onClick={() => setReplyTo(thread)}>
                  {words.reply}
                </button>
                <button
                  type="button"
                  className="z-link"
                  onClick={() =>
                    void settle.act({ params: { itemVersionId: thread.itemVersionId, commentId: thread.commentId }, body: {} })
                  }
                >
                  {words.settle}
                </button>
              </p>
            ) : (
              <StateWord tone="done">{fill(words.settled, { person: thread.resolvedBy ?? '' })}</StateWord>
            )}
          </li>
        ))}
      </ol>
      <RefusalNote refusal={refusal ?? settle.refusal} what={words.refused} />
      <div className="z-comment-form">
        {replyTo && (
          <p className="z-note">
            {fill(words.replyTo, { person: replyTo.person })}
            <button type="button" className="z-link" onClick={() => setReplyTo(null)}>
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
        <Button disabled={text.trim() === ''} loading={busy} onClick={() => void post()}>
          {words.post}
        </Button>
      </div>
    </section>
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
