import {
  ActionIcon,
  Autocomplete,
  Button,
  Checkbox,
  Chip,
  Combobox,
  type CSSVariablesResolver,
  Input,
  Kbd,
  Menu,
  type MantineColorsTuple,
  Modal,
  MultiSelect,
  Pill,
  Portal,
  SegmentedControl,
  Select,
  Tabs,
  Tooltip,
  createTheme,
} from '@mantine/core';
import { asCssVariables, dark, darkStrong, light, lightStrong } from './tokens.ts';
import parts from './theme.module.css';

/* Mantine wants ten shades of each colour. The window reads only the tokens, so the scales carry the tokens at the shades
   Mantine picks (7 in light, 8 in dark) and serve components that ask for a colour by name. */
const ink: MantineColorsTuple = ['#e8eef7', '#d3dff0', '#b4c9e6', '#97bbf2', '#6f9bd9', '#4a7fc7', '#2f68b4', light.accentFill, dark.accentFill, '#122f58'];
const grey: MantineColorsTuple = [light.chrome, light.sunken, light.line, light.lineStrong, '#a9acb5', light.control, light.faint, light.muted, '#2e3138', light.text];
const night: MantineColorsTuple = [dark.text, dark.muted, dark.faint, dark.control, dark.lineStrong, dark.line, dark.raised, dark.page, dark.chrome, '#0d0e10'];

/** The lists that open under fields. */
const list = { option: parts.option!, empty: parts.noOption! };

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 8 },
  colors: { ink, gray: grey, dark: night },
  black: light.text,
  autoContrast: true,
  fontFamily: "'Source Sans 3 Variable', 'Segoe UI', system-ui, sans-serif",
  fontFamilyMonospace: "'Source Code Pro Variable', 'Cascadia Mono', Consolas, monospace",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '15px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '18px', md: '20px', lg: '22px', xl: '26px' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '26px' },
      h2: { fontSize: '14px', lineHeight: '20px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
    },
  },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '2px', sm: '3px', md: '4px', lg: '6px', xl: '8px' },
  defaultRadius: 'md',
  shadows: {
    xs: 'none',
    sm: 'none',
    md: '0 4px 16px rgb(0 0 0 / .14)',
    lg: '0 8px 28px rgb(0 0 0 / .18)',
    xl: '0 16px 48px rgb(0 0 0 / .24)',
  },
  respectReducedMotion: true,
  cursorType: 'default',
  focusClassName: parts.focus!,
  components: {
    Button: Button.extend({ classNames: { root: parts.button! }, defaultProps: { variant: 'default' } }),
    ActionIcon: ActionIcon.extend({ classNames: { root: parts.icon! }, defaultProps: { variant: 'subtle', color: 'gray', size: 28 } }),
    Input: Input.extend({
      classNames: { input: parts.input! },
      vars: () => ({ wrapper: { '--input-height': '30px', '--input-fz': '14px', '--input-padding': '9px' } }),
    }),
    InputWrapper: Input.Wrapper.extend({
      classNames: { label: parts.label!, description: parts.description!, error: parts.error! },
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    }),
    Select: Select.extend({ classNames: list, defaultProps: { checkIconPosition: 'right', allowDeselect: false, withScrollArea: false } }),
    MultiSelect: MultiSelect.extend({ classNames: list, defaultProps: { withScrollArea: false } }),
    Autocomplete: Autocomplete.extend({ classNames: list, defaultProps: { withScrollArea: false } }),
    Pill: Pill.extend({ classNames: { root: parts.pill! } }),
    Checkbox: Checkbox.extend({
      classNames: { input: parts.check!, label: parts.checkLabel!, description: parts.checkDescription! },
      defaultProps: { size: '16px', radius: 'xs' },
    }),
    Chip: Chip.extend({ classNames: { label: parts.chip! }, defaultProps: { radius: 'md', variant: 'outline' } }),
    Tabs: Tabs.extend({ classNames: { list: parts.tabs!, tab: parts.tab! } }),
    SegmentedControl: SegmentedControl.extend({
      classNames: { root: parts.segments!, label: parts.segment!, indicator: parts.indicator!, control: parts.segmentCell! },
      defaultProps: { transitionDuration: 0, withItemsBorders: false },
    }),
    Modal: Modal.extend({
      classNames: { title: parts.dialogTitle!, content: parts.dialog!, header: parts.dialogHead! },
      defaultProps: {
        padding: 16,
        transitionProps: { duration: 0 },
        // The page itself never scrolls, and the library's lock has every element styled anew: 50 ms in which a dialog does not answer.
        lockScroll: false,
        overlayProps: { backgroundOpacity: 0.28 },
        // Mantine moves the focus a moment after the dialog stands; `dialog-focus.ts` does it at once.
        trapFocus: false,
        returnFocus: false,
        // The dialog's own head is no second banner of the window.
        attributes: { header: { role: 'presentation' } },
      },
    }),
    // A drawing without a word: a reader said “image” after each field that opens a list.
    ComboboxChevron: Combobox.Chevron.extend({ defaultProps: { 'aria-hidden': true } }),
    // As for dialogs: the focus is moved by `dialog-focus.ts`.
    Menu: Menu.extend({ defaultProps: { transitionProps: { duration: 0 }, withInitialFocusPlaceholder: false, trapFocus: false } }),
    // Menus and dialogs stand in a named region of the page (`app.tsx`), so that they are found like the rest of it.
    Portal: Portal.extend({ defaultProps: { target: '#floats' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 500, withArrow: false } }),
    Kbd: Kbd.extend({ classNames: { root: parts.kbd! } }),
  },
});

/** Puts the tokens on the page, those of more contrast where `strong`, and points Mantine's own semantic variables at them. */
const resolves = (strong: boolean): CSSVariablesResolver => {
  const semantic = {
    '--mantine-color-body': 'var(--c-page)',
    '--mantine-color-text': 'var(--c-text)',
    '--mantine-color-dimmed': 'var(--c-muted)',
    '--mantine-color-placeholder': 'var(--c-faint)',
    '--mantine-color-anchor': 'var(--c-accent)',
    '--mantine-color-error': 'var(--c-late)',
    '--mantine-color-default': 'var(--c-page)',
    '--mantine-color-default-hover': 'var(--c-hover)',
    '--mantine-color-default-color': 'var(--c-text)',
    '--mantine-color-default-border': 'var(--c-control)',
    '--mantine-color-disabled': 'var(--c-sunken)',
    '--mantine-color-disabled-color': 'var(--c-faint)',
    '--mantine-primary-color-filled-hover': 'var(--c-accent-hover)',
    // The scale of the theme carries the accent of less contrast.
    ...(strong && {
      '--mantine-primary-color-filled': 'var(--c-accent-fill)',
      '--mantine-color-ink-filled': 'var(--c-accent-fill)',
      '--mantine-color-ink-filled-hover': 'var(--c-accent-hover)',
    }),
  };
  const variables = {
    variables: {},
    light: { ...asCssVariables(strong ? { ...light, ...lightStrong } : light), ...semantic },
    dark: { ...asCssVariables(strong ? { ...dark, ...darkStrong } : dark), ...semantic },
  };
  return () => variables;
};

export const resolver = resolves(false);
export const strongResolver = resolves(true);
