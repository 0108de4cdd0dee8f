/** What makes an SVG more than a drawing, in the words a person reads. */
const ACTIVE: readonly (readonly [pattern: RegExp, zh: string, en: string])[] = [
  [/<!doctype|<!entity/i, '含有DOCTYPE或实体声明', 'it declares a DOCTYPE or entities'],
  [/<\?xml-stylesheet/i, '引用了外部样式表', 'it uses an outside style sheet'],
  [/<\s*(?:[\w-]+:)?script\b/i, '含有脚本', 'it carries a script'],
  [/[\s"'/](?:[\w-]+:)?on[a-z]+\s*=/i, '含有事件属性', 'it carries event attributes'],
  [/<\s*(?:[\w-]+:)?foreignobject\b/i, '含有foreignObject', 'it carries a foreignObject'],
  [/<\s*(?:[\w-]+:)?(?:iframe|embed|object|audio|video|handler|listener)\b/i, '含有嵌入内容', 'it embeds other content'],
  [/<\s*(?:[\w-]+:)?(?:animate|set|animatemotion|animatetransform)\b/i, '含有动画', 'it is animated'],
  [/(?:href|src)\s*=\s*(["'])\s*(?!#)[^"']*\1/i, '引用了外部内容', 'it refers to something outside'],
  [/(?:href|src)\s*=\s*[^"'\s]/i, '引用没有加引号', 'a reference has no quotes'],
  [/url\(\s*["']?\s*(?!#)/i, '样式引用了外部内容', 'a style refers to something outside'],
  [/@import/i, '样式引入了外部内容', 'a style imports something'],
  [/&#|&(?!amp;|lt;|gt;|quot;|apos;)/i, '含有字符引用', 'it carries character references'],
]

/** A drawing that may be shown: its size, or why it is refused. */
export type SvgVerdict =
  | { readonly kind: 'sound'; readonly width: number; readonly height: number }
  | { readonly kind: 'refused'; readonly zh: string; readonly en: string }

/** Judges an SVG by its text: a drawing of its own, without anything that acts or is fetched. */
export function judgeSvg(text: string): SvgVerdict {
  const root = /<svg\b[^>]*>/i.exec(text)?.[0]
  if (root === undefined || !/<\/svg\s*>\s*$/i.test(text)) return { kind: 'refused', zh: '不是SVG图片', en: 'it is no SVG picture' }
  for (const [pattern, zh, en] of ACTIVE) if (pattern.test(text)) return { kind: 'refused', zh, en }
  const size = sizeOf(root)
  return size === undefined ? { kind: 'refused', zh: '没有写明尺寸', en: 'it does not state its size' } : { kind: 'sound', ...size }
}

/** Width and height as stated, else those of the view box. */
function sizeOf(root: string): { readonly width: number; readonly height: number } | undefined {
  const stated = (name: string) =>
    Number(new RegExp(`\\s${name}\\s*=\\s*["'](\\d+(?:\\.\\d+)?)(?:px)?["']`, 'i').exec(root)?.[1] ?? Number.NaN)
  const box = /\sviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*["']/i.exec(root)
  const width = Math.round(Number.isNaN(stated('width')) ? Number(box?.[1] ?? Number.NaN) : stated('width'))
  const height = Math.round(Number.isNaN(stated('height')) ? Number(box?.[2] ?? Number.NaN) : stated('height'))
  return width >= 1 && height >= 1 && width <= 10_000 && height <= 10_000 ? { width, height } : undefined
}
