import { type Dice, pick, roll } from '../../../../kernel/dice.ts'

const SURNAMES =
  '赵 钱 孙 李 周 吴 郑 王 冯 陈 褚 卫 蒋 沈 韩 杨 朱 秦 许 何 吕 张 孔 曹 严 华 金 魏 陶 姜 戚 谢 邹 喻 苏 潘 葛 范 彭 郎 鲁 韦 马 苗 方 任 袁 柳 史 唐 费 廉 岑 薛 雷 贺 倪 汤 滕 罗 毕 郝 安 常 于 傅 卞 齐 欧阳 尉迟 令狐 单于 仇 查 解 朴 乜 逄'.split(
    ' ',
  )
const SECOND = '嘉 海 雨 若 春 思 静 秋 子 俊 立 佳 志 美 文 建 玉 雅 国 晓 明 泽 书 景 云 安 承 望 知 以'.split(' ')
const THIRD = '砚 琪 峦 涵 宁 婷 菲 远 轩 岩 桐 岚 禾 彤 辰 舟 航 澄 朗 言 恒 悦 宜 川'.split(' ')
/** Signs that old fonts and narrow encodings lose; two of them lie outside the basic plane. */
const RARE = '喆 彧 翀 頔 昇 堃 赟 旻 甦 珺 犇 淼 镕 䶮 㛃 𬎆 𫖯'.split(' ')
const MINORITY = ['古丽米热', '阿依夏木', '吐尔逊江', '迪丽努尔', '赛力克', '央金卓玛', '扎西顿珠', '额尔德木图', '苏布达']
const FATHERS = ['艾尔肯', '买买提明', '库尔班', '热合曼', '巴特尔', '达瓦', '索朗']

/** A fictional name: two or three signs mostly, sometimes with a rare sign, sometimes of two parts with the middle dot. */
export function fictionalName(dice: Dice): string {
  const kind = roll(dice, 100)
  if (kind < 6) return `${pick(MINORITY, dice)}·${pick(FATHERS, dice)}`
  const surname = pick(SURNAMES, dice)
  if (kind < 16) return surname + pick(SECOND, dice) + pick(RARE, dice)
  return kind < 40 ? surname + pick(THIRD, dice) : surname + pick(SECOND, dice) + pick(THIRD, dice)
}
