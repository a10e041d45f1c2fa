/** Both parsers of HTML on one page; not minified, which takes a third of the time. */
const { join } = require('node:path');
const configurationsOf = require('../../../../webpack.config.js');

const [{ module: modules, target }] = configurationsOf({}, { mode: 'development' });

module.exports = {
  mode: 'development',
  devtool: false,
  target,
  module: modules,
  resolve: { extensions: ['.ts', '.js'] },
  entry: { page: join(__dirname, 'page.ts') },
  output: {
    path: join(__dirname, '../../../../.cache/test-pages/html-page'),
    filename: '[name].js',
    publicPath: '',
  },
};
