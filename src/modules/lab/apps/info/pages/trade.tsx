import { showMoney } from '../../../../../ui/format.ts'
import { useState } from '../../../../../ui/hooks.ts'
import { shortTime } from '../../../pages/desktop/clock-text.ts'
import { PostForm } from './post-form.tsx'
import type { InfoProps, Post } from './view.ts'
import { words } from './words.ts'

const STATES: Readonly<Record<string, string>> = words.states

/** 商贸网: one's own notices with what the auditors said, the form for a new one, and who asked. */
export function Trade(props: InfoProps) {
  const [editing, setEditing] = useState<Post | null>(null)
  return (
    <div className="info-trade">
      <PostForm {...props} post={editing} onDone={() => setEditing(null)} key={editing?.id ?? 'fresh'} />
      <section aria-label={words.myPosts} className="info-posts">
        <h2>{words.myPosts}</h2>
        {props.view.posts.length === 0 && <p className="info-empty">{words.noPosts}</p>}
        {props.view.posts.toReversed().map(post => (
          <PostCard {...props} post={post} onEdit={() => setEditing(post)} key={post.id} />
        ))}
        <Inquiries {...props} />
      </section>
    </div>
  )
}

function PostCard({ post, view, act, busy, onEdit }: InfoProps & { readonly post: Post; readonly onEdit: () => void }) {
  const category = view.categories.find(c => c.id === post.category)?.zh ?? post.category
  return (
    <article className={`info-post info-post-${post.state}`}>
      <h3>
        <span className="info-state">{STATES[post.state] ?? post.state}</span>
        {post.title}
      </h3>
      {post.reason !== '' && (
        <p className="info-wrong">
          {words.reason}：{post.reason}
        </p>
      )}
      <p className="z-note">
        {words.kinds[post.kind]}　{category}　{words.until} {post.until}
      </p>
      <p>
        <strong>{showMoney(post.price)}</strong> {post.unit}　{post.least} {words.kilo}
        {words.from}
      </p>
      <div className="lab-buttons">
        {post.allowed.includes('refresh') && (
          <button type="button" className="z-button" disabled={busy} onClick={() => void act('info.post.refresh', { id: post.id })}>
            {words.refresh}
          </button>
        )}
        {post.allowed.includes('resubmit') && (
          <button type="button" className="z-button" onClick={onEdit}>
            {words.editPost}
          </button>
        )}
        {post.allowed.includes('off') && (
          <button type="button" className="z-button" disabled={busy} onClick={() => void act('info.post.off', { id: post.id })}>
            {words.off}
          </button>
        )}
      </div>
    </article>
  )
}

function Inquiries({ view }: InfoProps) {
  return (
    <>
      <h2>{words.inquiries}</h2>
      {view.inquiries.length === 0 && <p className="info-empty">{words.noInquiries}</p>}
      <ul className="info-inquiries">
        {view.inquiries.map(({ post, from, text, at }) => (
          <li key={`${post}-${at}-${from}`}>
            <p>
              <strong>{from}</strong> <span className="z-note">{shortTime(at)}</span>
            </p>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
