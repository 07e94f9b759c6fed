import { BarChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { type EChartsCoreOption, type EChartsType, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import styles from './cards.module.css'

use([BarChart, GridComponent, TooltipComponent, SVGRenderer])

/** A picked part of a chart: the series by its id, the place along the axis by its number. */
export type Picked = { series: string; place: number }

/** A drawing told to those who do not see it by its label; what it shows stands as a table elsewhere. */
export default function Chart(props: {
  label: string
  option: EChartsCoreOption
  onPick?: (picked: Picked) => void
}) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType | null>(null)
  const pick = useRef(props.onPick)
  useEffect(() => {
    pick.current = props.onPick
  })
  useEffect(() => {
    if (box.current === null) return
    const made = init(box.current, null, { renderer: 'svg' })
    chart.current = made
    made.on('click', ({ seriesId, dataIndex }) => {
      if (seriesId !== undefined) pick.current?.({ series: seriesId, place: dataIndex })
    })
    const size = new ResizeObserver(() => made.resize())
    size.observe(box.current)
    return () => {
      size.disconnect()
      made.dispose()
      chart.current = null
    }
  }, [])
  useEffect(() => {
    // Only what differs is drawn again, so fresh figures do not blink.
    chart.current?.setOption(props.option, { replaceMerge: ['series'] })
  }, [props.option])
  return <div ref={box} className={styles.chart} role="img" aria-label={props.label} />
}
