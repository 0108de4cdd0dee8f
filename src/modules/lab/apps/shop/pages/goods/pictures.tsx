import { fill } from '../../../../../../ui/words.ts'
import { GoodsPicture } from '../../../../pages/parts/goods-picture.tsx'
import type { PartProps, Picture } from '../view.ts'
import { words } from './words.ts'

/** The picture room of the store: pictures are chosen in order, each with the words that stand for it. */
export function Pictures(props: PartProps) {
  const { view, text, onText } = props
  const at = (src: string): number => text.images.findIndex(image => image.src === src)
  const turn = ({ src, about }: Picture): void =>
    onText({
      ...text,
      images: at(src) < 0 ? [...text.images, { src, alt: about }] : text.images.filter(image => image.src !== src),
    })
  const setAlt = (src: string, alt: string): void =>
    onText({ ...text, images: text.images.map(image => (image.src === src ? { ...image, alt } : image)) })
  return (
    <fieldset className="lab-set">
      <legend>{words.pictures}</legend>
      {view.images.length === 0 && <p className="z-note">{words.noPictures}</p>}
      <ul className="shop-pictures">
        {view.images.map(picture => (
          <PictureCard
            picture={picture}
            place={at(picture.src)}
            alt={text.images[at(picture.src)]?.alt ?? ''}
            onTurn={() => turn(picture)}
            onAlt={alt => setAlt(picture.src, alt)}
            key={picture.src}
          />
        ))}
      </ul>
    </fieldset>
  )
}

type CardProps = {
  readonly picture: Picture
  readonly place: number
  readonly alt: string
  readonly onTurn: () => void
  readonly onAlt: (alt: string) => void
}

function PictureCard({ picture, place, alt, onTurn, onAlt }: CardProps) {
  const { src, w, h, kb, about } = picture
  const chosen = place >= 0
  return (
    <li className={chosen ? 'shop-picture shop-picture-on' : 'shop-picture'}>
      <GoodsPicture title={about} id={src} size={48} />
      <span className="shop-picture-facts">
        <code>{src}</code>
        <span className="z-note">
          {about}　{fill(words.size, { w, h, kb })}
        </span>
      </span>
      <button type="button" className="z-button" aria-pressed={chosen} aria-label={`${words.choosePicture} ${src}`} onClick={onTurn}>
        {chosen ? words.dropPicture : words.choosePicture}
      </button>
      {chosen && (
        <label className="shop-alt">
          <span className="z-note">
            {fill(words.chosen, { n: place + 1 })}　{words.alt}
          </span>
          <input className="lab-cell" value={alt} maxLength={100} onInput={event => onAlt((event.target as HTMLInputElement).value)} />
        </label>
      )}
    </li>
  )
}
