/** Line drawings of goods, 48 × 48, by a word of the title; the first that fits is drawn. */
const SHAPES: readonly (readonly [words: RegExp, path: string])[] = [
  [/盖碗|茶碗/, 'M10 22h28c0 9-5 15-14 15s-14-6-14-15zM13 22c1-5 5-8 11-8s10 3 11 8M22 14v-3h4v3M8 40h32'],
  [
    /茶壶|西施|提梁|侧把|茶具|公道/,
    'M14 20h20c3 0 4 4 4 8 0 7-5 11-14 11s-14-4-14-11c0-4 1-8 4-8zM17 20c0-4 14-4 14 0M24 17v-4M38 25l6-5M10 25c-6-1-6 9 0 8',
  ],
  [/保温壶|暖壶|热水瓶|水壶|烧水/, 'M17 13h14l3 7v20H14V20zM19 13V8h10v5M34 22h4c3 0 3 12 0 12h-4M14 27h20'],
  [/杯/, 'M13 12h20v26c0 2-2 3-4 3H17c-2 0-4-1-4-3zM33 18h4c4 0 4 12 0 12h-4M13 18h20'],
  [/罐|瓶|坛/, 'M14 17h20v22c0 1-1 2-2 2H16c-1 0-2-1-2-2zM16 17v-4h16v4M18 13V9h12v4M14 25h20'],
  [/帐篷|天幕/, 'M5 38L24 10l19 28zM24 10v-3M24 20l-7 18M24 20l7 18'],
  [/背包|包/, 'M14 18c0-6 4-9 10-9s10 3 10 9v20c0 2-1 3-3 3H17c-2 0-3-1-3-3zM20 9V6h8v3M14 28h20M19 28v6h10v-6'],
  [/睡袋|毯|被/, 'M14 10h20c2 0 3 1 3 3v24c0 2-1 3-3 3H14c-2 0-3-1-3-3V13c0-2 1-3 3-3zM11 19h26M20 19v21'],
  [/桌/, 'M6 18h36v4H6zM11 22l-3 18M37 22l3 18M11 34h26'],
  [/椅|凳/, 'M14 8h20v18H14zM10 26h28v5H10zM13 31v10M35 31v10'],
  [/垫/, 'M8 14h32v22H8zM8 21h32M8 29h32'],
  [/书|本|册|手账|笔记/, 'M10 10h12c1 0 2 1 2 2v28c0-1-1-2-2-2H10zM38 10H26c-1 0-2 1-2 2v28c0-1 1-2 2-2h12z'],
  [/笔/, 'M12 36l3-9L33 9l6 6-18 18zM29 13l6 6M12 36l4-1'],
  [/茶|叶/, 'M12 36C10 20 20 10 38 10c1 16-8 28-22 25M12 40c2-8 8-16 18-22'],
]
const BOX = 'M8 17l16-8 16 8v17l-16 8-16-8zM8 17l16 8 16-8M24 25v17'
const GROUNDS = ['#e8f0f9', '#fbf3e2', '#e9f2ec', '#f1eee7', '#eceef3']

/** The picture of an article: a drawing of what it is, so that no photograph is needed. `id` chooses its ground, the same wherever it is shown. */
export function GoodsPicture({ title, id, size }: { readonly title: string; readonly id: string; readonly size: number }) {
  const path = SHAPES.find(([words]) => words.test(title))?.[1] ?? BOX
  const ground = GROUNDS[[...id].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0) % GROUNDS.length] ?? '#f1eee7'
  return (
    <svg className="lab-picture" width={size} height={size} viewBox="0 0 48 48" aria-hidden="true">
      <rect width="48" height="48" rx="3" fill={ground} />
      <path d={path} transform="translate(4.8 4.8) scale(.8)" />
    </svg>
  )
}
