const networks: readonly (readonly [string, RegExp])[] = [
  ['vk', /^(вконтакте|вк|vk|vkontakte|vk\.com)$/],
  ['ok', /^(одноклассники|ок|ok|ok\.ru|odnoklassniki)$/],
  ['telegram', /^(telegram|телеграм+|тг|tg|t\.me)$/],
  ['max', /^(max|макс|мах)$/],
  ['instagram', /^(instagram|инстаграм+)$/],
  ['facebook', /^(facebook|фейсбук)$/],
  ['youtube', /^(youtube|ютуб)$/],
  ['tiktok', /^(tiktok|тик-?ток)$/],
  ['x', /^(twitter|твиттер|x)$/],
  ['rutube', /^(rutube|рутуб)$/],
  ['dzen', /^(дзен|яндекс\.?дзен|dzen|zen)$/],
]

/** The network that a message was written in, in one spelling; an unknown name stays as it came, in lower case. */
export function networkOf(name: string | undefined): string | undefined {
  if (name === undefined) return undefined
  const folded = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s*[(*].*$/, '')
    .trim()
  return networks.find(([, pattern]) => pattern.test(folded))?.[0] ?? (folded || undefined)
}
