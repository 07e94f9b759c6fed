import type { Measures, ModelCard } from '../../../src/sorter/contract.ts'
import { useWords } from '../../ui/words.ts'
import { sorterWords } from './sorter-words.ts'
import styles from './sorter.module.css'
import { tellF1, tellShare } from './tell-share.ts'

const shown = [
  'accuracy',
  'amongThree',
  'topicAccuracy',
  'topicAmongThree',
  'macroF1',
  'coverage',
  'precision',
] as const

/** Each measure of the model beside keywords and the model that worked when it learned. */
export function ComparisonTable(props: { figures: ModelCard['figures']; isCandidate: boolean }) {
  const t = useWords(sorterWords)
  const { model, keywords, former, precision } = props.figures
  const columns: { title: string; of: Measures; isOwn?: boolean }[] = [
    { title: t('keywords'), of: keywords },
    ...(former === null ? [] : [{ title: t(props.isCandidate ? 'present' : 'former'), of: former }]),
    { title: t(props.isCandidate ? 'thisModel' : 'liveModel'), of: model, isOwn: true },
  ]
  return (
    <table className={styles.comparison} aria-label={t('measures')}>
      <thead>
        <tr>
          <th scope="col">{t('measure')}</th>
          {columns.map(({ title, isOwn }) => (
            <th key={title} scope="col" className={isOwn === true ? styles.own : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((measure) => (
          <tr key={measure}>
            <th scope="row">
              {t(`measure.${measure}`)}
              <span className="small quiet">
                {t(`about.${measure}`, { share: tellShare(precision, 'where-needed') })}
              </span>
            </th>
            {columns.map(({ title, of, isOwn }) => (
              <td key={title} className={`figures ${isOwn === true ? styles.own : ''}`}>
                {measure === 'macroF1' ? tellF1(of.macroF1) : tellShare(of[measure])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
