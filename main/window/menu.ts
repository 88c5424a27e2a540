import { Menu } from 'electron';
import { menuTemplate, type MenuPlace } from './menu-template.ts';

/** Puts up the menu bar; again whenever keys are changed. */
export const setMenu = (place: MenuPlace): void => Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(place)));
